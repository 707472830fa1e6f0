package org.opora.registry.files.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.registry.files.domain.ArchivedFile;

/**
 * Why a file was taken back hangs on the key of the file; why somebody looked, on that of their
 * drawer, because it may have been for a file that is not there.
 */
record ArchiveSeals(Keys keys) {
  private static final String BACK = "FILE_ARCHIVED.WHY";
  private static final String SEARCH = "ARCHIVE_SEARCH.WHY";

  byte[] back(ArchivedFile row, String plain) {
    return keys.seal(Subject.of(row.file()), BACK, row.id(), plain);
  }

  String back(ArchivedFile row) {
    return keys.open(Subject.of(row.file()), BACK, row.id(), row.why());
  }

  byte[] search(StaffId by, UUID search, String plain) {
    return keys.seal(new Subject(Subject.Kind.DRAWER, by.value()), SEARCH, search, plain);
  }
}
