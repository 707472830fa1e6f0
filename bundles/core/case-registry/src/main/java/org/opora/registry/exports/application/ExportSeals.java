package org.opora.registry.exports.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.registry.exports.domain.ExportRequest;

/** What two people say about a list hangs on the drawer of the one who asked for it. */
record ExportSeals(Keys keys) {
  private static final String PURPOSE = "EXPORT_REQUEST.PURPOSE";
  private static final String WHY = "EXPORT_REQUEST.WHY";

  byte[] purpose(StaffId asker, UUID id, String plain) {
    return keys.seal(drawer(asker), PURPOSE, id, plain);
  }

  String purpose(ExportRequest row) {
    return keys.open(drawer(row.askedBy()), PURPOSE, row.id(), row.purpose());
  }

  byte[] why(ExportRequest row, String plain) {
    return keys.seal(drawer(row.askedBy()), WHY, row.id(), plain);
  }

  /** Null when nothing was said. */
  String why(ExportRequest row) {
    return row.why() == null ? null : keys.open(drawer(row.askedBy()), WHY, row.id(), row.why());
  }

  private static Subject drawer(StaffId staff) {
    return new Subject(Subject.Kind.DRAWER, staff.value());
  }
}
