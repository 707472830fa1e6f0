package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.people.PersonView.FileRef;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.persistence.FileOfPerson;
import org.opora.registry.people.persistence.NameSearch;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of people. */
@Component(service = People.class)
public final class PeopleRegister implements People {
  private static final int LONGEST_PAGE = 100;

  /** How long somebody who wrote a person down may go on with them before a file takes over. */
  private static final int REGISTRAR_DAYS = 30;

  private static final Pattern NATIONAL_ID = Pattern.compile("\\d{6}\\s?/?\\s?\\d{3,4}|\\d{11}");
  private static final Set<String> WHEREABOUTS_FIELDS = Set.of("phone", "email", "address");

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Relations relations;
  private final Aliases aliases;
  private final PersonSeals seals;
  private final PersonWriter writer;
  private final Whereabouts whereabouts;

  @Activate
  public PeopleRegister(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference Aliases aliases,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.relations = relations;
    this.aliases = aliases;
    this.seals = new PersonSeals(keys);
    this.writer = new PersonWriter(seals);
    this.whereabouts = new Whereabouts(access);
  }

  @Override
  public Page<PersonHit> search(Viewer viewer, String words, String after, int limit) {
    Scope scope = access.scope(viewer, READ);
    if (scope.empty()) {
      return Page.last(List.of());
    }
    int most = Cursors.within(limit, LONGEST_PAGE);
    String typed = words == null ? "" : words.strip();
    return tx.read(
        em -> {
          Page<PersonRow> rows =
              NATIONAL_ID.matcher(typed).matches()
                  ? Page.last(new PeopleQueries(em).byNationalMark(scope, seals.mark(typed), most))
                  : new NameSearch(em, scope, Fold.words(typed)).page(after, most);
          return new Page<>(
              Formerly.said(em, Fold.words(typed), PersonHits.of(em, scope, rows.items())),
              rows.next());
        });
  }

  @Override
  public PersonView view(Viewer viewer, PersonId person) {
    access.require(viewer, READ, Subject.of(person));
    List<UUID> known = Chunks.values(aliases.idsOf(person));
    return tx.read(
        em -> {
          Person row = Held.load(em, Person.class, person.value());
          Sight sight = whereabouts.sight(em, viewer, known);
          Set<String> masked = sight.home(row) ? Set.of() : WHEREABOUTS_FIELDS;
          return new PersonView(
              person,
              row.version(),
              new PersonName(row.given(), row.family()),
              row.birthDate(),
              seals.nationalId(row),
              masked.contains("phone") ? null : seals.phone(row),
              masked.contains("email") ? null : seals.email(row),
              masked.contains("address") ? null : seals.address(row),
              sight.kept(),
              row.undisclosed(),
              files(em, access.scope(viewer, READ), known),
              masked);
        });
  }

  private static List<FileRef> files(EntityManager em, Scope scope, List<UUID> people) {
    PeopleQueries queries = new PeopleQueries(em);
    List<FileRef> files = new ArrayList<>();
    queries.asChild(scope, people).forEach(file -> files.add(ref(file, "CHILD")));
    queries.asCarer(scope, people).forEach(file -> files.add(ref(file, file.role().name())));
    files.sort(Comparator.comparing(FileRef::from).reversed());
    return files;
  }

  private static FileRef ref(FileOfPerson file, String role) {
    return new FileRef(
        new CaseFileId(file.file()), file.number(), role, file.since(), file.until());
  }

  @Override
  public Map<PersonId, PersonName> names(Viewer viewer, Collection<PersonId> people) {
    Scope scope = access.scope(viewer, READ);
    if (scope.empty() || people.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          Map<PersonId, PersonName> names = new HashMap<>();
          new PeopleQueries(em)
              .rows(scope, Chunks.values(people))
              .forEach(row -> names.put(new PersonId(row.id()), row.name()));
          return names;
        });
  }

  @Override
  public PersonId register(Viewer viewer, NewPerson person) {
    access.require(viewer, WRITE);
    writer.check(person, viewer.today());
    return tx.required(
        em -> {
          Person row = new Person(PersonId.next(), viewer.today(), viewer.staff());
          writer.write(row, person, true);
          em.persist(row);
          writer.newWords(em, row);
          if (viewer.reach(WRITE) == Reach.OWN) {
            goOn(viewer, row.id());
          }
          audit.wrote(viewer, "person.registered", List.of(Subject.of(row.id())));
          return row.id();
        });
  }

  private void goOn(Viewer viewer, PersonId person) {
    LocalDate today = viewer.today();
    relations.grant(
        viewer.staff(),
        Subject.of(person),
        RelationKind.REGISTRAR,
        today,
        today.plusDays(REGISTRAR_DAYS),
        Refusals.BUNDLE + ":" + person);
  }

  @Override
  public void amend(Viewer viewer, PersonId person, long version, NewPerson now) {
    access.require(viewer, WRITE, Subject.of(person));
    writer.check(now, viewer.today());
    List<UUID> known = Chunks.values(aliases.idsOf(person));
    tx.run(
        em -> {
          Person row = Held.hold(em, Person.class, person.value());
          Refusals.fresh(row.version(), version);
          boolean shown = whereabouts.sight(em, viewer, known).home(row);
          if (shown && !now.undisclosed()) {
            whereabouts.mayBeTold(em, row, viewer.today());
          }
          writer.write(row, now, shown);
          if (!shown && now.undisclosed()) {
            // Whoever does not see where somebody is may still say that nobody is to be told.
            row.keepsSecret();
          }
          writer.words(em, row);
          audit.wrote(viewer, "person.amended", List.of(Subject.of(person)));
        });
  }

  @Override
  public Set<PersonId> idsOf(PersonId person) {
    return new LinkedHashSet<>(aliases.idsOf(person));
  }
}
