"""The first page of the workshop's paper: which city, for whom, who answered as groups, which files do not count.

Which files count is decided in `analysis/members.py`; the pages behind this one are left to its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nlc_toolkit import __version__, wording
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.report.city_in_print import has_long_name, in_brief, part_and_country
from nlc_toolkit.report.editions import EDITION_TITLES
from nlc_toolkit.report.material import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nlc_toolkit.analysis.members import SetAsideFile
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.workshop_material import WorkshopMaterial

TITLE = mark("Where we agree and where we differ")
KICKERS: Mapping[PanelEdition, str] = {
    "facilitator": mark("Paper for a workshop on national-local cooperation"),
    "participant": mark("Paper for a workshop on national-local cooperation"),
    "public": mark("Self-assessments of a city by several respondents"),
}
REMARKS: Mapping[PanelEdition, str] = {
    "facilitator": mark(
        "For the facilitator only: this paper shows small groups and what respondents wrote, as far as each of them "
        "allows. Do not hand it round, and do not show it on a screen."
    ),
    "participant": mark(
        "For the people in the room: groups of one or two are put together, unless they speak for their institutions. "
        "What respondents wrote is left out."
    ),
    "public": mark(
        "For the public: figures of all respondents together, from three levels on. Groups, remarks and the agenda "
        "are left out."
    ),
}


@dataclass(frozen=True)
class WorkshopCoverView:
    """The first page.

    Attributes:
        city_in_brief: the city's name, cut where it would not fit the head of a page.
        long_name: whether the city's name needs smaller letters.
        groups: who answered: groups and how many respondents; never names or codes.
        respondents: the sum in words.
        set_aside: a sentence for each file that does not count.
    """

    kicker: str
    title: str
    city: str
    city_in_brief: str
    long_name: bool
    place: str
    facts: tuple[Fact, ...]
    respondents: str
    groups: tuple[Fact, ...]
    set_aside: tuple[str, ...]
    edition: str
    remark: str
    logo_uri: str


def cover_view(material: WorkshopMaterial, today: date, logo_uri: str) -> WorkshopCoverView:
    """Return the first page; `logo_uri` may be empty."""
    t, city, panel = material.t, material.panel.city, material.panel
    checklist = material.library.checklist
    return WorkshopCoverView(
        kicker=t(KICKERS[material.edition]),
        title=t(TITLE),
        city=city.name,
        city_in_brief=in_brief(city),
        long_name=has_long_name(city),
        place=part_and_country(city, t),
        facts=(
            Fact(t("Made on"), t.date(today)),
            Fact(t("Checklist"), f"{checklist.id} {checklist.version}", ltr=True),
            Fact(t("Toolkit"), f"nlc-toolkit {__version__}", ltr=True),
        ),
        respondents=t.plural("{count} respondent", "{count} respondents", panel.respondents),
        groups=tuple(Fact(wording.group_title(group, t), t.number(count, 0)) for group, count in panel.groups.items()),
        set_aside=_set_aside(material),
        edition=t(EDITION_TITLES[material.edition]),
        remark=t(REMARKS[material.edition]),
        logo_uri=logo_uri,
    )


def _set_aside(material: WorkshopMaterial) -> tuple[str, ...]:
    """What of the files does not count; what the room agreed is told here too, since it enters no figure."""
    t = material.t
    if not material.for_facilitator:
        return ()
    sentences = [_why(entry, t) for entry in material.panel.set_aside]
    if agreed := len(material.members.agreed):
        sentences.append(
            t.plural(
                "{count} file holds what the room agreed earlier. It does not enter these figures.",
                "{count} files hold what the room agreed earlier. They do not enter these figures.",
                agreed,
            )
        )
    return tuple(sentences)


def _why(entry: SetAsideFile, t: Translator) -> str:
    """Return the sentence with the names in it on one line."""
    fields = {key: clean_line(value) if isinstance(value, str) else value for key, value in entry.why.fields.items()}
    return replace(entry.why, fields=fields).sentence(t)
