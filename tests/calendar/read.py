"""Reads the calendar of a built site with the `icalendar` of PyPI, as other programs will, and compares
what it finds with the site's list of deadlines.

    pip install icalendar
    python3 tests/calendar/read.py DIST
"""

import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar


def when(deadline):
    """The start and the end of an event, as the list says."""
    if deadline["time"]:
        return datetime.fromisoformat(deadline["time"]), None
    first, last = (date.fromisoformat(deadline[key]) for key in ("first_day", "last_day"))
    return first, last + timedelta(days=1) if last > first else None


def main(dist):
    calendar = Calendar.from_ical((dist / "deadlines.ics").read_bytes())
    deadlines = json.loads((dist / "deadlines.json").read_text())["deadlines"]
    events = list(calendar.walk("VEVENT"))
    wrong = [str(error) for event in events for error in event.errors]
    if len(events) != len(deadlines):
        wrong.append(f"{len(events)} events and {len(deadlines)} deadlines")
    for event, deadline in zip(events, deadlines):
        found = (
            str(event["UID"]).split("@")[0],
            str(event["SUMMARY"]),
            event.decoded("DTSTART"),
            event.decoded("DTEND") if "DTEND" in event else None,
            int(event["SEQUENCE"]),
        )
        expect = (deadline["id"], deadline["name"], *when(deadline), deadline["sequence"])
        if found != expect:
            wrong.append(f"{found} is not {expect}")
    print(f"{len(events)} events, {len(wrong)} of them or of their lines wrong")
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main(Path(sys.argv[1])))
