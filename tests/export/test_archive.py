from __future__ import annotations

import io
import zipfile

from quizgen.export.archive import archive


def test_the_bytes_are_the_same_on_every_machine_since_nothing_is_compressed() -> None:
    """Another build of zlib makes other bytes of the same text."""
    content = b"the same words over and over " * 100
    made = archive({"a.txt": content, "folder/b.txt": content})
    assert made.count(content) == 2, "the files stand in the archive letter for letter"
    for entry in zipfile.ZipFile(io.BytesIO(made)).infolist():
        assert entry.compress_type == zipfile.ZIP_STORED
        assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
