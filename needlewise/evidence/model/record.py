"""The record that the evidence keeps of itself: its released versions, who made it, and how well two readers agreed."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from needlewise.evidence.model.row import Row, fault
from needlewise.evidence.model.vocabulary import Count, Id, Ids, Text, Version, read_number, read_whole

# What a reader of the evidence was; words for each stand in the catalogue as `reader-…`.
Reader = Literal["assisted", "maintainer", "methodologist", "clinician"]

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def _day(text: str, column: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise fault("date", "expected a day of the calendar, as 2025-10-15", column=column) from error


class Change(Row):
    """One correction made to the evidence after it was gathered.

    `version` is blank until the change is released.
    """

    key: ClassVar[str] = "change_id"
    change_id: Id
    table: Text
    row_id: Text
    column: Text
    old: str
    new: str
    why: Text
    date: Day
    version: Annotated[str, Field(pattern=r"^(\d+\.\d+\.\d+)?$")]
    reader: Reader

    @model_validator(mode="after")
    def _day_exists(self) -> Self:
        _day(self.date, "date")
        return self

    @property
    def day(self) -> dt.date:
        """The day it came into the tables."""
        return dt.date.fromisoformat(self.date)

    @property
    def ref(self) -> str:
        """The row that was changed, as `table:row_id`."""
        return f"{self.table}:{self.row_id}"


class Release(Row):
    """One released version of the evidence, kept whole in `data/releases/`. The last row is the version in force.

    `fingerprint` is the SHA-256 of all tables but this one, in the order of their names; blank for a version whose
    tables had another form.
    """

    key: ClassVar[str] = "version"
    version: Version
    released: Day
    fingerprint: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
    what: Text

    @model_validator(mode="after")
    def _day_exists(self) -> Self:
        _day(self.released, "released")
        return self

    @property
    def day(self) -> dt.date:
        """The day it was released."""
        return dt.date.fromisoformat(self.released)


class Maker(Row):
    """Who did one part of the work. A blank cell is shown as not given."""

    key: ClassVar[str] = "part_id"
    part_id: Id
    part: Text
    who: str
    training: str
    interests: str
    funding: str
    not_done: str


class Reading(Row):
    """A second reader's look at rows drawn at random, without their values.

    `kappa` is Cohen's, over the cells with a closed list only; blank where none were read.
    """

    key: ClassVar[str] = "reading_id"
    reading_id: Id
    date: Day
    version: Annotated[str, Field(pattern=r"^(\d+\.\d+\.\d+)?$")]
    reader: Reader
    tables: Ids
    rows: Annotated[int, Field(ge=1), BeforeValidator(read_whole)]
    rows_same: Annotated[int, Field(ge=0), BeforeValidator(read_whole)]
    cells: Count
    cells_same: Count
    kappa: Annotated[Annotated[float, Field(ge=-1, le=1)] | None, BeforeValidator(read_number)]
    note: str

    @property
    def day(self) -> dt.date:
        """The day it was scored."""
        return dt.date.fromisoformat(self.date)

    @model_validator(mode="after")
    def _part_of_whole(self) -> Self:
        _day(self.date, "date")
        if self.rows_same > self.rows:
            raise fault("agreement", "expected no more rows the same than read", column="rows_same")
        if self.cells is not None and (self.cells_same is None or self.cells_same > self.cells):
            raise fault("agreement", "expected no more cells the same than read", column="cells_same")
        return self
