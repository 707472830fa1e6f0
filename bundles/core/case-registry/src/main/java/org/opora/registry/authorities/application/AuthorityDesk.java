package org.opora.registry.authorities.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.authorities.domain.PersonAuthority;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which authority is competent for a carer or a child, written down in the work with their file. It
 * tells where somebody lives, so it goes by the rule of whereabouts.
 */
@Component(service = AuthorityDesk.class)
public final class AuthorityDesk {
  private static final int NAME = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final CaseFiles files;
  private final Bodies bodies;
  private final AuthoritySeals seals;

  @Activate
  public AuthorityDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference Bodies bodies,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.files = files;
    this.bodies = bodies;
    this.seals = new AuthoritySeals(keys);
  }

  /**
   * What is known of somebody.
   *
   * @param name of the person
   * @param told whether the viewer may learn which office it is; otherwise there are no lines
   * @param lines the latest first
   */
  public record Known(PersonName name, boolean child, boolean told, List<Line> lines) {}

  /**
   * @param body null when the office is not in the directory
   * @param office as it was called on the day
   * @param town of the office as the directory knows it now; null when it does not
   * @param until null while it is competent
   */
  public record Line(
      UUID id,
      long version,
      BodyId body,
      String office,
      String town,
      LocalDate since,
      LocalDate until) {}

  /**
   * @throws NotFound when the person is not in the file, as far as the viewer sees
   */
  public Known of(Viewer viewer, CaseFileId file, PersonId person) {
    CaseFiles.Header header = files.header(viewer, file);
    return tx.read(
        em -> {
          Circle circle = new Circle(em, access, aliases, viewer, header);
          PersonName child =
              circle.children().stream()
                  .filter(one -> one.person().equals(person))
                  .map(CaseFiles.Child::name)
                  .findFirst()
                  .orElse(null);
          PersonName name =
              child != null
                  ? child
                  : circle.carers().stream()
                      .filter(one -> one.person().equals(person))
                      .map(CaseFiles.Carer::name)
                      .findFirst()
                      .orElseThrow(NotFound::new);
          boolean told = circle.told(person);
          return new Known(name, child != null, told, told ? lines(circle.all(person)) : List.of());
        });
  }

  private List<Line> lines(List<PersonAuthority> rows) {
    Map<BodyId, Bodies.Line> known =
        bodies.lines(
            rows.stream().map(PersonAuthority::body).filter(Objects::nonNull).distinct().toList());
    return rows.stream()
        .map(
            row -> {
              Bodies.Line body = row.body() == null ? null : known.get(row.body());
              return new Line(
                  row.id(),
                  row.version(),
                  row.body(),
                  seals.name(row),
                  body == null ? null : body.town(),
                  row.since(),
                  row.until());
            })
        .toList();
  }

  /**
   * Says who is competent from a day on; who was before, is until the day before.
   *
   * @param body null when the office is not in the directory
   * @param name of the office
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID state(
      Viewer viewer, CaseFileId file, PersonId person, BodyId body, String name, LocalDate since) {
    String office = Refusals.line("office", name, NAME);
    LocalDate day = Refusals.day("since", since);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused("since", "refused.future", day);
    }
    if (body != null) {
      Bodies.Line line = bodies.lines(List.of(body)).get(body);
      if (line == null || line.kind() != Bodies.Kind.AUTHORITY) {
        throw Refusals.refused("office", "refused.authority-kind");
      }
    }
    return change(
        viewer,
        file,
        person,
        "authority.stated",
        (em, rows) -> {
          if (rows.stream().anyMatch(row -> !row.since().isBefore(day))) {
            throw Refusals.refused("since", "refused.authority-later", rows.get(0).since());
          }
          rows.stream()
              .filter(row -> row.until() == null || !row.until().isBefore(day))
              .forEach(row -> row.ends(day.minusDays(1)));
          UUID id = Ids.next();
          em.persist(
              new PersonAuthority(
                  id,
                  person,
                  body,
                  seals.name(person, id, office),
                  day,
                  viewer.staff(),
                  viewer.today()));
          return id;
        });
  }

  /** A mistake: who was competent before, goes on. Only the latest entry is taken back. */
  public void withdraw(Viewer viewer, CaseFileId file, PersonId person, UUID entry, long version) {
    change(
        viewer,
        file,
        person,
        "authority.withdrawn",
        (em, rows) -> {
          PersonAuthority last = rows.isEmpty() ? null : rows.get(0);
          if (last == null || !last.id().equals(entry)) {
            throw new NotFound();
          }
          Refusals.fresh(last.version(), version);
          last.strike(viewer.staff(), viewer.today());
          rows.stream()
              .skip(1)
              .filter(row -> last.since().minusDays(1).equals(row.until()))
              .findFirst()
              .ifPresent(row -> row.ends(null));
          return entry;
        });
  }

  private UUID change(
      Viewer viewer,
      CaseFileId file,
      PersonId person,
      String action,
      BiFunction<EntityManager, List<PersonAuthority>, UUID> change) {
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    CaseFiles.Header header = files.header(viewer, file);
    return tx.required(
        em -> {
          aliases.idsOf(person).stream()
              .sorted((one, other) -> one.value().compareTo(other.value()))
              .forEach(key -> Held.hold(em, Person.class, key.value()));
          Circle circle = new Circle(em, access, aliases, viewer, header);
          boolean here =
              circle.carers().stream().anyMatch(one -> one.person().equals(person))
                  || circle.children().stream().anyMatch(one -> one.person().equals(person));
          if (!here) {
            throw new NotFound();
          }
          if (!circle.told(person)) {
            // Who cannot see it cannot change it either.
            access.require(viewer, People.WHEREABOUTS, Subject.of(person));
          }
          UUID id = change.apply(em, circle.all(person));
          audit.wrote(viewer, action, List.of(Subject.of(file), Subject.of(person)));
          return id;
        });
  }
}
