package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;

/** The cover of a file in a list. */
public record FileRow(
    UUID id,
    FileKind kind,
    String number,
    String familyName,
    LocalDate windsDownFrom,
    LocalDate closedOn,
    String familyN,
    String numberN,
    LocalDate archivedOn) {
  public FileStatus status(LocalDate today) {
    if (archivedOn != null) {
      return FileStatus.ARCHIVED;
    }
    if (closedOn != null) {
      return FileStatus.CLOSED;
    }
    return windsDownFrom != null && !windsDownFrom.isAfter(today)
        ? FileStatus.WINDING_DOWN
        : FileStatus.OPEN;
  }
}
