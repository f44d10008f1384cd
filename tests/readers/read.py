"""Reads a built site's feeds with feedparser and its calendar with icalendar, as other programs will, and
prints as JSON what these have found.

    target/tools/readers/bin/python tests/readers/read.py DIST FILE...
"""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
from icalendar import Calendar


def moment(time):
    """RFC 3339 in UTC, to the second."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def when(parsed):
    """A time as feedparser has understood it; None if it has not."""
    return moment(datetime(*parsed[:6], tzinfo=UTC)) if parsed else None


def feed(text):
    # The content as the feed has it, and not what a reader would make safe of it.
    read = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
    return {
        "problem": str(read.bozo_exception) if read.bozo else None,
        "format": read.version,
        "title": read.feed.get("title"),
        "entries": [
            {
                "id": entry.get("id"),
                "url": entry.get("link"),
                "title": entry.get("title"),
                "date_published": when(entry.get("published_parsed")),
                "date_modified": when(entry.get("updated_parsed")),
                "content_html": "".join(content.value for content in entry.get("content", [])),
            }
            for entry in read.entries
        ],
    }


def days(start, end):
    """The first and the last of whole days, whose end is the day after."""
    return {"first_day": str(start), "last_day": str(end - timedelta(days=1) if end else start)}


def event(event):
    start = event.decoded("DTSTART")
    end = event.decoded("DTEND") if "DTEND" in event else None
    # Moments have a zone; one without is none.
    has_zone = isinstance(start, datetime) and start.tzinfo is not None
    return {
        "uid": str(event["UID"]),
        "name": str(event["SUMMARY"]),
        "sequence": int(event["SEQUENCE"]),
        "tentative": str(event["STATUS"]) == "TENTATIVE",
        "time": moment(start) if has_zone else None,
        **({} if isinstance(start, datetime) else days(start, end)),
        "problems": [str(error) for error in event.errors],
    }


def calendar(text):
    return [event(found) for found in Calendar.from_ical(text).walk("VEVENT")]


def main(dist, *files):
    readers = {".xml": feed, ".ics": calendar}
    read = {file: readers[Path(file).suffix]((Path(dist) / file).read_bytes()) for file in files}
    json.dump(read, sys.stdout)


main(*sys.argv[1:])
