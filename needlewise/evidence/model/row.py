"""What every row of every table is: one checked line with an id, and the checks that several kinds of row share."""

from __future__ import annotations

import re
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from needlewise.evidence.model.vocabulary import PLAIN_NUMBER

# A cell that a spreadsheet would run as a formula (OWASP "CSV injection"): = + - @ or a control character in front.
_FORMULA = re.compile(r"^[=+\-@\t\r]")
# A number as spreadsheets of some countries write it: no formula, and no number that a table could hold.
_FOREIGN_NUMBER = re.compile(r"^[+\-]\d+([.,]\d+)*$")


def fault(code: str, message: str, **context: str) -> PydanticCustomError:
    """What is wrong in a row, to be raised; `column` in the context names the cell."""
    return PydanticCustomError(code, message, context or None)


def ordered(low: float | None, typical: float | None, high: float | None, column: str) -> None:
    """Raise when low <= typical <= high does not hold among the values given."""
    known = [value for value in (low, typical, high) if value is not None]
    if known != sorted(known):
        raise fault(
            "order",
            "expected low <= typical <= high, found {found}",
            column=column,
            found=" / ".join("" if value is None else f"{value:g}" for value in (low, typical, high)),
        )


def whole_interval(low: float | None, high: float | None, columns: tuple[str, str]) -> None:
    """Raise when only one end of an interval is given: half an interval would be read as none."""
    if (low is None) != (high is None):
        raise fault("interval", "expected both ends of the interval, or neither", column=columns[low is not None])


class Row(BaseModel):
    """One checked line of a table."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    key: ClassVar[str]

    @field_validator("*", mode="before")
    @classmethod
    def _no_formula(cls, value: object) -> object:
        if isinstance(value, str) and _FORMULA.match(value) and not PLAIN_NUMBER.match(value):
            if _FOREIGN_NUMBER.match(value):
                raise fault("number", "expected a plain number with a point and no plus sign, such as 12 or -0.5")
            raise fault("formula", "expected plain text; a spreadsheet would run this cell as a formula")
        return value

    @property
    def identity(self) -> str:
        """The row's own id."""
        return str(getattr(self, self.key))
