"""Ready HTML from templates: one environment for all of them, with escaping on and no silent blanks.

A template stands beside the code that fills it: `components/<name>/template.html` holds macros,
    `views/<page>/page.html` a
page's parts. What they are given are the frozen values of `decision`; what they return is `Markup`, so that a type
checker
tells ready HTML from text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from needlewise.words import say, sentence

_TAGS = re.compile(r"({[{%#].*?[}%#]})", re.DOTALL)
_LINE_BREAK = re.compile(r"\s*\n\s*")


class _OneLine(Extension):
    """A line break in a template, with the white space around it, is for the reader of the template only.

    Browsers draw white space between two buttons or two words in a row as a gap, so templates could not be indented
    else.
    A gap that is meant is written as `{{ " " }}` or stands within a line.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  Jinja's own signature
        """The template without its line breaks; those within `{% … %}` and `{{ … }}` mean nothing to Jinja anyway."""
        return "".join(part if part.startswith("{") else _LINE_BREAK.sub("", part) for part in _TAGS.split(source))


_UI = Path(__file__).resolve().parent
# The first HTML lies beside what serves it.
FOLDERS = (_UI, _UI.parent / "server")

# Nothing of a visitor's is kept: templates are compiled once, and there are fewer than the cache holds.
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDERS),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    cache_size=-1,
    extensions=[_OneLine],
)
_ENVIRONMENT.globals["say"] = say
_ENVIRONMENT.filters["sentence"] = sentence


class Html(Markup):
    """Ready HTML that Streamlit takes as it is. A text it would look up as a file and search for indents first."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def render(template: str, **values: Any) -> Markup:  # noqa: ANN401  a template takes whatever it is given
    """The HTML of a template, by its path below one of `FOLDERS`.

    Raises:
        jinja2.UndefinedError: for a name the template uses and nobody gave.
    """
    return Html(_ENVIRONMENT.get_template(template).render(values))


def macro(template: str, name: str, *values: Any) -> Markup:  # noqa: ANN401  as above
    """The HTML of one macro of a template."""
    return Html(_macro(template, name)(*values))


@functools.cache
def _macro(template: str, name: str) -> Callable[..., Markup]:
    # Looked up once: a page holds hundreds of buttons.
    found: Callable[..., Markup] = getattr(_ENVIRONMENT.get_template(template).module, name)
    return found


def compile_all() -> None:
    """Compile every template, so that no visitor waits for it.

    Raises:
        jinja2.TemplateSyntaxError: for one that is not written as Jinja asks.
    """
    for template in _ENVIRONMENT.list_templates(extensions=["html"]):
        _ENVIRONMENT.get_template(template)
