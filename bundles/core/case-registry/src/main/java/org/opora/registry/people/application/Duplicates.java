package org.opora.registry.people.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds people of the register again when a list of the centre comes in: exactly, by identifier or
 * by name and birth date.
 */
@Component(service = Duplicates.class)
public final class Duplicates {
  private static final int MOST = 20;
  private final Transactions tx;
  private final Access access;
  private final PersonSeals seals;

  @Activate
  public Duplicates(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.seals = new PersonSeals(keys);
  }

  /** People the viewer may see with this national id, however it was written. */
  public List<PersonId> byNationalId(Viewer viewer, String asWritten) {
    Scope scope = access.scope(viewer, People.READ);
    String mark = seals.mark(asWritten);
    return scope.empty() || mark == null
        ? List.of()
        : ids(tx.read(em -> new PeopleQueries(em).byNationalMark(scope, mark, MOST)));
  }

  /**
   * People the viewer may see with this folded name.
   *
   * @param birthDate the same or unknown there; null for any
   */
  public List<PersonId> byName(Viewer viewer, PersonName name, LocalDate birthDate) {
    Scope scope = access.scope(viewer, People.READ);
    return scope.empty()
        ? List.of()
        : ids(
            tx.read(
                em ->
                    new PeopleQueries(em)
                        .alike(
                            scope,
                            Fold.fold(name.family()),
                            Fold.fold(name.given()),
                            birthDate,
                            MOST)));
  }

  private static List<PersonId> ids(List<PersonRow> rows) {
    return rows.stream().map(row -> new PersonId(row.id())).toList();
  }
}
