package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;

/** How an expense is changed: whoever may know of it holds its row, and the trail says so. */
record ExpenseChange(Transactions tx, AuditTrail audit, GrantDoor door) {
  void in(
      Viewer viewer,
      String permission,
      UUID expense,
      long version,
      String action,
      BiConsumer<EntityManager, Expense> change) {
    Expense before = tx.read(em -> Held.load(em, Expense.class, expense));
    door.open(viewer, permission, before.file());
    known(viewer, permission, before);
    tx.run(
        em -> {
          Expense row = Held.hold(em, Expense.class, expense);
          Refusals.fresh(row.version(), version);
          change.accept(em, row);
          wrote(viewer, action, row);
        });
  }

  void known(Viewer viewer, String permission, Expense row) {
    if (row.child() != null) {
      door.child(viewer, permission, row.child());
    }
  }

  /** Holds the file, so that nobody closes it meanwhile. */
  static void openFile(EntityManager em, CaseFileId file) {
    CaseFile held = Held.hold(em, CaseFile.class, file.value());
    if (held.closedOn() != null) {
      throw Refusals.refused(null, "refused.file-closed", held.closedOn());
    }
  }

  void wrote(Viewer viewer, String action, Expense row) {
    audit.wrote(
        viewer,
        action,
        Stream.of(Subject.of(row.file()), row.child() == null ? null : Subject.of(row.child()))
            .filter(Objects::nonNull)
            .toList(),
        "expense=" + row.id());
  }
}
