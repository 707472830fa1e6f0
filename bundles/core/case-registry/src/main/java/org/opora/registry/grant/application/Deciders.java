package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Aliases;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.grant.Grant;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.RelationQueries;

/**
 * Who may decide on an expense: whoever holds the permission for its family and neither asked for
 * it nor ever wrote it.
 */
record Deciders(Transactions tx, Aliases aliases, Colleagues colleagues, Staff staff) {
  /** Their names, sorted; empty when nobody can. */
  List<String> names(Viewer viewer, Expense row) {
    Set<StaffId> all = tx.read(em -> of(em, viewer, row));
    return staff.names(all).values().stream().sorted().toList();
  }

  private Set<StaffId> of(EntityManager em, Viewer viewer, Expense row) {
    Subject file = Subject.of(row.file());
    List<Subject> children = child(em, row.child());
    List<Subject> closing = new ArrayList<>(children);
    closing.add(file);
    Set<StaffId> all = new HashSet<>(colleagues.overseeing(Grant.APPROVE, closing));
    // Whoever holds it for their own families only decides where they lead the family; that
    // counts also when whoever looks decides on nothing.
    Set<StaffId> own =
        new HashSet<>(colleagues.able(Grant.APPROVE, file, children, viewer.today()));
    own.retainAll(new RelationQueries(em).those(RelationKind.leading(), viewer.today(), file.id()));
    all.addAll(own);
    all.remove(row.proposedBy());
    all.removeAll(Writers.of(em, row));
    return all;
  }

  private List<Subject> child(EntityManager em, PersonId child) {
    if (child == null) {
      return List.of();
    }
    Set<PersonId> keys = aliases.idsOf(child);
    List<Subject> all = new ArrayList<>(keys.stream().map(Subject::of).toList());
    em.createQuery("SELECT c.id FROM ChildFile c WHERE c.child IN :known", UUID.class)
        .setParameter("known", Chunks.values(keys))
        .getResultList()
        .forEach(key -> all.add(Subject.of(new ChildFileId(key))));
    return all;
  }
}
