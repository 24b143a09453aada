"""The attendance as JSON: ids, numbers and moments for programs, and a sentence for every file that does not count."""

from __future__ import annotations

import json

from mini import make_library
from test_analysis_attendance import BROKEN, CITY, EMPTY_CITY, EMPTY_POLICE, MINISTRY

from nlc_toolkit.analysis.attendance import attendance_of
from nlc_toolkit.exchange.attendance_json import attendance_data
from nlc_toolkit.i18n import Translator


def test_all_that_is_known_of_the_attendance_is_in_the_json() -> None:
    data = attendance_data(
        attendance_of(make_library(), [MINISTRY, CITY, EMPTY_CITY, EMPTY_POLICE], [BROKEN]), Translator()
    )
    assert json.loads(json.dumps(data)) == data
    assert data["format"] == "nlc-attendance/1"
    assert data["city"] == {"name": "Surakarta", "country": "ID", "region": "Central Java"}
    assert data["groups"] == {
        "national_government": {
            "respondents": [
                {
                    "file": "ministry.json",
                    "code": "0001",
                    "mode": "full",
                    "answered": 1,
                    "asked": 5,
                    "updated": "2026-11-20T09:00:00Z",
                }
            ],
            "empty": [],
        },
        "local_government": {
            "respondents": [
                {
                    "file": "city.json",
                    "code": "0002",
                    "mode": "full",
                    "answered": 2,
                    "asked": 5,
                    "updated": "2026-11-20T09:00:00Z",
                }
            ],
            "empty": ["empty-city.json"],
        },
        "security_services": {"respondents": [], "empty": ["empty-police.json"]},
        "civil_society": {"respondents": [], "empty": []},
        "private_sector": {"respondents": [], "empty": []},
    }
    assert data["waiting"] == ["security_services"]
    assert data["without_file"] == ["civil_society", "private_sector"]
    assert data["agreed"] == []
    assert data["set_aside"] == [{"file": "broken.json", "why": "broken.json is broken."}]


def test_without_any_assessment_the_city_is_null() -> None:
    assert attendance_data(attendance_of(make_library(), [], [BROKEN]), Translator())["city"] is None
