"""About: how it is made, what it cannot do, who pays, and the checklist for decision aids."""

from needlewise.ui.views.about import view as about

about.page()
