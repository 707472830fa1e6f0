package org.opora.duties.application;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Decision;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.NewFact;
import org.opora.api.evidence.Wanted;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.house.Confirmations;
import org.opora.api.house.Readings;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.module.Modules;
import org.opora.api.module.spi.Module;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Changes;
import org.opora.api.text.Title;
import org.opora.law.czech.contributions.CzechLaw;

/**
 * A centre of paper: facts and evidence as lists, so that the engine is tested with nothing between
 * it and the facts.
 */
public final class Centre {
  public static final StaffId WORKER = new StaffId(key("worker"));

  private final List<Agreement> agreements = new ArrayList<>();
  private final Set<Confirmations.Figure> confirmed = new HashSet<>();
  private final List<CareFacts.Prepared> prepared = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<Fact> happened = new ArrayList<>();
  private final List<RuleSet> sets = new ArrayList<>(List.of(new CzechLaw()));
  private final Set<String> brought = new HashSet<>(Set.of(Visits.EVIDENCE));
  private final Map<String, String> chosen = new HashMap<>();
  private final Map<String, List<CareFacts.Part>> former = new HashMap<>();
  private final Map<PersonId, Set<PersonId>> merged = new HashMap<>();
  private final List<Modules.Away> away = new ArrayList<>();
  private final List<StaffHere.Member> members = new ArrayList<>();
  private final List<CareFacts.Recorded> open = new ArrayList<>();
  private final List<DutyRules> promising = new ArrayList<>();
  private final Map<Setting, NavigableMap<LocalDate, Integer>> numbers = new HashMap<>();
  private final List<About> told = new ArrayList<>();
  private final List<Wanted> asked = new ArrayList<>();
  private Modules.Info gone;
  private int questions;
  private int histories;

  public record Agreement(CareFacts.InForce facts, LocalDate endedOn, LocalDate optedIn) {}

  private record Seen(CaseFileId file, PersonId person, LocalDate on) {}

  public static UUID key(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Viewer viewer(Reach reach, LocalDate today) {
    return viewer(reach, today, WORKER);
  }

  public static Viewer viewer(Reach reach, LocalDate today, StaffId staff) {
    return new Viewer(
        staff,
        "Jana Tichá",
        reach == Reach.NONE ? Map.of() : Map.of(Duties.READ, reach),
        Locale.forLanguageTag("cs"),
        ZoneId.of("Europe/Prague"),
        Clock.fixed(today.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
        "test");
  }

  public static CaseFileId file(String number) {
    return new CaseFileId(key("file " + number));
  }

  public static CaseFiles.Carer carer(String given, String family, LocalDate birthDate) {
    return new CaseFiles.Carer(
        new PersonId(key(given + family + birthDate)),
        PartRole.CARER,
        new PersonName(given, family),
        birthDate);
  }

  public static CaseFiles.Child child(
      String identity, String given, String family, LocalDate birthDate, LocalDate placedOn) {
    return new CaseFiles.Child(
        new PersonId(key(identity)),
        new ChildFileId(key("child file " + identity)),
        new PersonName(given, family),
        birthDate,
        placedOn);
  }

  public Centre agreement(
      String number,
      LocalDate concludedOn,
      LocalDate endedOn,
      LocalDate movedIn,
      StaffId keyWorker,
      List<CaseFiles.Carer> carers,
      List<CaseFiles.Child> children) {
    return agreement(
        number,
        new Care(CareKind.LONG_TERM, true, null),
        concludedOn,
        endedOn,
        movedIn,
        keyWorker,
        carers,
        children);
  }

  /** What care is given, and since when under the present rules by choice. */
  public record Care(CareKind kind, boolean mediated, LocalDate optedIn) {}

  public Centre agreement(
      String number,
      Care care,
      LocalDate concludedOn,
      LocalDate endedOn,
      LocalDate movedIn,
      StaffId keyWorker,
      List<CaseFiles.Carer> carers,
      List<CaseFiles.Child> children) {
    agreements.add(
        new Agreement(
            new CareFacts.InForce(
                file(number),
                number,
                carers.get(0).name().family(),
                keyWorker,
                agreementOf(number, concludedOn),
                care.kind(),
                care.mediated(),
                concludedOn,
                movedIn,
                carers,
                children),
            endedOn,
            care.optedIn()));
    return this;
  }

  /** A file in which nobody has an agreement; led by {@link #WORKER}. */
  public Centre opens(String number, String family, CareFacts.Member... people) {
    open.add(new CareFacts.Recorded(file(number), number, family, null, List.of(people)));
    return this;
  }

  /** A module lets the centre promise something. */
  public Centre promising(DutyRules rules) {
    promising.add(rules);
    return this;
  }

  /** The centre has decided on a number. */
  public Centre deciding(Setting setting, LocalDate from, int number) {
    numbers.computeIfAbsent(setting, first -> new TreeMap<>()).put(from, number);
    return this;
  }

  /** Somebody works here, and has since the day. */
  public Centre working(StaffId staff, String name, LocalDate since) {
    members.add(new StaffHere.Member(staff, name, since));
    return this;
  }

  /** An agreement is in preparation. */
  public Centre prepares(String number, String family, LocalDate movedIn) {
    prepared.add(
        new CareFacts.Prepared(
            file(number), number, family, agreementOf(number, LocalDate.MIN), movedIn));
    return this;
  }

  public static AgreementId agreementOf(String number, LocalDate concludedOn) {
    return new AgreementId(key("agreement " + number + concludedOn));
  }

  public Centre saw(String number, PersonId person, LocalDate on) {
    seen.add(new Seen(file(number), person, on));
    told.add(About.person(file(number), person));
    return this;
  }

  /** Something is proven of a person in a file, from a day to another or to none. */
  public Centre proved(
      String kind, String number, PersonId person, LocalDate on, LocalDate until, String ref) {
    NewFact fact = NewFact.of(kind, About.person(file(number), person), on).tiedTo(ref);
    return proved(key(kind + number + person + on + ref), until == null ? fact : fact.until(until));
  }

  /** A record proves something; what it proved of the same kind and subject is replaced. */
  public Centre proved(UUID source, NewFact fact) {
    brought.add(fact.kind());
    told.add(fact.about());
    happened.removeIf(
        one ->
            one.source().equals(source)
                && one.kind().equals(fact.kind())
                && one.about().equals(fact.about()));
    happened.add(
        new Fact(
            source,
            "paper",
            fact.kind(),
            fact.about(),
            fact.on(),
            fact.until(),
            fact.quantity(),
            fact.unit(),
            fact.form(),
            fact.ref(),
            fact.openingBalance()));
    return this;
  }

  /** A record proves nothing any more. */
  public Centre takenBack(UUID source) {
    happened.stream()
        .filter(one -> one.source().equals(source))
        .forEach(one -> told.add(one.about()));
    happened.removeIf(one -> one.source().equals(source));
    return this;
  }

  /** Something brings this kind, be there a fact of it or not. */
  public Centre bringing(String kind) {
    brought.add(kind);
    return this;
  }

  /** The module that brought these kinds is gone since the day. */
  public Centre without(LocalDate since, String... kinds) {
    brought.removeAll(List.of(kinds));
    gone =
        new Modules.Info(
            "paper",
            new Title("Papír", "Papier", "Paper"),
            "1",
            null,
            Modules.State.REMOVED,
            null,
            since.atStartOfDay(ZoneId.of("Europe/Prague")).toInstant());
    return this;
  }

  /** Whoever brings all this was not here on these days. */
  public Centre away(LocalDate from, LocalDate cameBack) {
    away.add(
        new Modules.Away(
            Bringing.ID,
            from == null ? null : from.atTime(15, 0).toInstant(ZoneOffset.UTC),
            cameBack.atTime(9, 0).toInstant(ZoneOffset.UTC)));
    return this;
  }

  /** The centre has chosen how something is read. */
  public Centre choosing(String reading, String option) {
    chosen.put(reading, option);
    return this;
  }

  /** These rules hold besides those of the country. */
  public Centre with(RuleSet set) {
    sets.add(set);
    return this;
  }

  /** Somebody lived in the family who does not any more. */
  public Centre stayed(String number, CaseFiles.Child child, LocalDate from, LocalDate until) {
    former
        .computeIfAbsent(number, file -> new ArrayList<>())
        .add(new CareFacts.Part(child.person(), child.name(), child.birthDate(), from, until));
    return this;
  }

  /** Somebody was found to be the same person. */
  public Centre same(PersonId one, PersonId other) {
    Set<PersonId> all = new HashSet<>(merged.getOrDefault(one, Set.of(one)));
    all.addAll(merged.getOrDefault(other, Set.of(other)));
    all.forEach(key -> merged.put(key, Set.copyOf(all)));
    return this;
  }

  private final class Merged implements Aliases {
    @Override
    public void join(PersonId alias, PersonId canonical) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void part(PersonId alias) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void part(PersonId one, PersonId other) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Apart apart(PersonId one, PersonId other) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<PersonId> idsOf(PersonId person) {
      return merged.getOrDefault(person, Set.of(person));
    }

    @Override
    public Map<PersonId, Set<PersonId>> idsOf(Collection<PersonId> people) {
      return people.stream().collect(Collectors.toMap(Function.identity(), this::idsOf));
    }
  }

  /** How many times the agreements of years were asked for. */
  public int histories() {
    return histories;
  }

  /** How many times the evidence was asked. */
  public int questions() {
    return questions;
  }

  /** What was asked of the evidence, question by question. */
  public List<Wanted> asked() {
    return List.copyOf(asked);
  }

  /** What is kept of the duties of this centre. */
  public KeptLines kept(Changes changes) {
    return kept(changes, book());
  }

  /** The same by these rules. */
  KeptLines kept(Changes changes, RuleBook rules) {
    return new KeptLines(
        deciding(new TreeMap<>(), rules),
        changes,
        new Book(),
        rules,
        bringers(),
        new HouseLines(List.of()));
  }

  /** Modules that recorded something and are gone. */
  public GoneModules gone() {
    return new GoneModules(bringers(), new Book());
  }

  private Sources bringers() {
    return new Sources(List.of(new Bringing(brought)), new Known(gone, away));
  }

  public DutiesService duties(boolean childKeepsClock) {
    return childKeepsClock ? deciding(new TreeMap<>()) : restartingFrom(LocalDate.of(2000, 1, 1));
  }

  /** The centre decided on this day that a child's clock starts anew from then on. */
  public DutiesService restartingFrom(LocalDate from) {
    return deciding(new TreeMap<>(Map.of(from, ChildClock.RESTARTS)));
  }

  private DutiesService deciding(NavigableMap<LocalDate, String> choices) {
    return deciding(choices, book());
  }

  private DutiesService deciding(NavigableMap<LocalDate, String> choices, RuleBook rules) {
    return new DutiesService(
        new Doors(),
        new Merged(),
        new Lived(),
        new Book(),
        rules,
        new Decided(choices, chosen),
        new TrustMarks(() -> confirmed),
        bringers(),
        new HouseLines(List.of()).with((viewer, day) -> List.copyOf(members)));
  }

  /** Somebody who knows the law confirmed this figure. */
  public Centre confirmed(String figure, LocalDate from) {
    confirmed.add(new Confirmations.Figure(figure, from));
    return this;
  }

  public RuleBook book() {
    return new RuleBook(sets, new Decisions(), promising);
  }

  /** What the centre has set. */
  Settings settings() {
    return new Decisions();
  }

  /** The numbers of the centre. */
  private final class Decisions implements Settings {
    @Override
    public int number(Setting setting, LocalDate day) {
      Map.Entry<LocalDate, Integer> decided = numbers(setting).floorEntry(day);
      return decided == null ? setting.usual() : decided.getValue();
    }

    @Override
    public NavigableMap<LocalDate, Integer> numbers(Setting setting) {
      return new TreeMap<>(numbers.getOrDefault(setting, new TreeMap<>()));
    }

    @Override
    public View view(Viewer viewer, Setting setting) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void decide(
        Viewer viewer, long version, LocalDate from, String why, Map<Setting, Integer> wanted) {
      throw new UnsupportedOperationException();
    }
  }

  /** A bundle that brings evidence and nothing else. */
  private record Bringing(Set<String> evidence) implements Module {
    static final String ID = "bringing";

    @Override
    public String id() {
      return ID;
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public List<Permission> permissions() {
      return List.of();
    }
  }

  /** The house knows of one module that is gone, or of none. */
  private record Known(Modules.Info gone, List<Modules.Away> away) implements Modules {
    @Override
    public List<Info> all() {
      return gone == null ? List.of() : List.of(gone);
    }

    @Override
    public Optional<Info> find(String id) {
      return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  private record Decided(NavigableMap<LocalDate, String> options, Map<String, String> others)
      implements Readings {
    @Override
    public Optional<String> chosen(String reading, LocalDate day) {
      return Optional.ofNullable(choices(reading).floorEntry(day)).map(Map.Entry::getValue);
    }

    @Override
    public NavigableMap<LocalDate, String> choices(String reading) {
      if (ChildClock.READING.equals(reading)) {
        return options;
      }
      NavigableMap<LocalDate, String> other = new TreeMap<>();
      if (others.containsKey(reading)) {
        other.put(LocalDate.of(2000, 1, 1), others.get(reading));
      }
      return other;
    }
  }

  private final class Lived implements CareFacts {
    @Override
    public List<InForce> inForce(Viewer viewer, String permission, LocalDate day, CaseFileId file) {
      Reach reach = viewer.reach(permission);
      return agreements.stream()
          .filter(one -> !one.facts().concludedOn().isAfter(day))
          .filter(one -> one.endedOn() == null || !one.endedOn().isBefore(day))
          .map(Agreement::facts)
          .filter(facts -> file == null || facts.file().equals(file))
          .filter(
              facts ->
                  reach == Reach.ALL
                      || reach == Reach.OWN && viewer.staff().equals(facts.keyWorker()))
          .toList();
    }

    @Override
    public List<History> histories(
        Viewer viewer,
        String permission,
        LocalDate from,
        LocalDate until,
        Collection<CaseFileId> files) {
      histories++;
      Reach reach = viewer.reach(permission);
      return agreements.stream()
          .filter(one -> !one.facts().concludedOn().isAfter(until))
          .filter(one -> from == null || one.endedOn() == null || !one.endedOn().isBefore(from))
          .filter(one -> files == null || files.contains(one.facts().file()))
          .filter(one -> reach == Reach.ALL || viewer.staff().equals(one.facts().keyWorker()))
          .map(this::history)
          .toList();
    }

    @Override
    public List<Prepared> prepared(
        Viewer viewer, String permission, LocalDate day, Collection<CaseFileId> files) {
      return viewer.reach(permission) != Reach.ALL
          ? List.of()
          : prepared.stream().filter(one -> files == null || files.contains(one.file())).toList();
    }

    @Override
    public List<Recorded> recorded(
        Viewer viewer,
        String permission,
        LocalDate day,
        LocalDate closedSince,
        Collection<String> kinds,
        Collection<CaseFileId> files) {
      return Stream.concat(open.stream(), underAgreements())
          .filter(one -> files == null || files.contains(one.file()))
          .filter(one -> proven(one.file(), kinds, day))
          .filter(one -> leads(viewer, permission, one))
          .toList();
    }

    private boolean proven(CaseFileId file, Collection<String> kinds, LocalDate day) {
      return happened.stream()
          .filter(fact -> file.equals(fact.about().file()) && kinds.contains(fact.kind()))
          .anyMatch(fact -> !fact.on().isAfter(day));
    }

    private boolean leads(Viewer viewer, String permission, Recorded file) {
      return viewer.reach(permission) == Reach.ALL
          || agreements.stream()
              .map(Agreement::facts)
              .filter(facts -> facts.file().equals(file.file()))
              .map(InForce::keyWorker)
              .findFirst()
              .orElse(WORKER)
              .equals(viewer.staff());
    }

    private Stream<Recorded> underAgreements() {
      Map<CaseFileId, List<InForce>> files =
          agreements.stream()
              .map(Agreement::facts)
              .collect(
                  Collectors.groupingBy(InForce::file, LinkedHashMap::new, Collectors.toList()));
      return files.values().stream()
          .map(
              all ->
                  new Recorded(
                      all.get(0).file(),
                      all.get(0).number(),
                      all.get(0).familyName(),
                      all.get(0).movedIn(),
                      all.stream().flatMap(this::members).distinct().toList()));
    }

    private Stream<Member> members(InForce facts) {
      return Stream.concat(
          facts.children().stream()
              .map(one -> new Member(one.person(), one.name(), one.birthDate(), null)),
          facts.carers().stream()
              .map(one -> new Member(one.person(), one.name(), one.birthDate(), one.role())));
    }

    @Override
    public List<Caring> caring(Collection<PersonId> keys, LocalDate until) {
      return agreements.stream()
          .filter(one -> !one.facts().concludedOn().isAfter(until))
          .flatMap(
              one ->
                  one.facts().carers().stream()
                      .filter(carer -> keys.contains(carer.person()))
                      .map(carer -> caring(one, carer)))
          .toList();
    }

    private Caring caring(Agreement one, CaseFiles.Carer carer) {
      CareFacts.InForce facts = one.facts();
      return new Caring(
          carer.person(),
          facts.agreement(),
          facts.kind(),
          facts.mediated(),
          facts.concludedOn(),
          one.optedIn(),
          facts.concludedOn(),
          one.endedOn());
    }

    private History history(Agreement one) {
      CareFacts.InForce facts = one.facts();
      return new History(
          facts.file(),
          facts.number(),
          facts.familyName(),
          facts.keyWorker(),
          facts.agreement(),
          facts.kind(),
          facts.mediated(),
          facts.concludedOn(),
          one.endedOn(),
          one.optedIn(),
          facts.movedIn(),
          facts.carers().stream()
              .map(
                  carer ->
                      new Part(
                          carer.person(),
                          carer.name(),
                          carer.birthDate(),
                          facts.concludedOn(),
                          null))
              .toList(),
          Stream.concat(
                  former.getOrDefault(facts.number(), List.of()).stream(),
                  facts.children().stream()
                      .map(
                          child ->
                              new Part(
                                  child.person(),
                                  child.name(),
                                  child.birthDate(),
                                  child.placedOn() == null ? facts.concludedOn() : child.placedOn(),
                                  null)))
              .toList());
    }
  }

  private final class Doors implements Access {
    @Override
    public long taken(StaffId staff) {
      return 0;
    }

    @Override
    public Decision decide(Viewer viewer, String permission) {
      return viewer.may(permission) ? Decision.allowed("all") : Decision.denied("no-permission");
    }

    @Override
    public Decision decide(Viewer viewer, String permission, Subject subject) {
      boolean everything = viewer.reach(permission) == Reach.ALL;
      boolean known =
          agreements.stream()
                  .map(Agreement::facts)
                  .filter(facts -> facts.file().value().equals(subject.id()))
                  .anyMatch(facts -> everything || viewer.staff().equals(facts.keyWorker()))
              || open.stream()
                  .filter(one -> one.file().value().equals(subject.id()))
                  .anyMatch(one -> everything || viewer.staff().equals(WORKER))
              || everything
                  && prepared.stream().anyMatch(one -> one.file().value().equals(subject.id()));
      return viewer.may(permission) && known
          ? Decision.allowed("all")
          : Decision.denied("no-relation");
    }

    @Override
    public void require(Viewer viewer, String permission) {
      if (!decide(viewer, permission).allowed()) {
        throw new NotAllowed("no-permission");
      }
    }

    @Override
    public void require(Viewer viewer, String permission, Subject subject) {
      if (!decide(viewer, permission, subject).allowed()) {
        throw new NotFound();
      }
    }

    @Override
    public Scope scope(Viewer viewer, String permission) {
      return new Scope(viewer.reach(permission), viewer.staff(), viewer.today());
    }

    @Override
    public Set<UUID> lent(Viewer viewer, Collection<UUID> subjects) {
      return Set.of();
    }
  }

  private final class Book implements Evidence {
    @Override
    public void record(String origin, UUID source, List<NewFact> facts) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<Key, Last> last(String kind, Collection<CaseFileId> files, LocalDate asOf) {
      asked.add(Wanted.in(files, null, asOf));
      return find(kind, asOf, (file, person) -> files.contains(file));
    }

    @Override
    public Map<Key, Last> lastAnywhere(String kind, Collection<PersonId> people, LocalDate asOf) {
      return find(kind, asOf, (file, person) -> people.contains(person));
    }

    @Override
    public Facts facts(Collection<String> kinds, Wanted wanted) {
      questions++;
      asked.add(wanted);
      return new Facts(
          happened.stream()
              .filter(fact -> kinds.contains(fact.kind()))
              .filter(fact -> wants(wanted, fact.about()))
              .filter(fact -> !fact.on().isAfter(wanted.until()))
              .sorted(Comparator.comparing(Fact::on))
              .toList(),
          merged);
    }

    private boolean wants(Wanted wanted, About about) {
      return about.file() != null && wanted.files().contains(about.file())
          || about.person() != null
              && wanted.people().stream()
                  .anyMatch(one -> merged.getOrDefault(one, Set.of(one)).contains(about.person()))
          || about.kind() == About.Kind.STAFF && wanted.staff().contains(new StaffId(about.key()))
          || wanted.centre() && about.kind() == About.Kind.CENTRE;
    }

    @Override
    public Recorded since(long number) {
      List<About> later = told.subList((int) number, told.size());
      return new Recorded(
          told.size(),
          false,
          later.stream().map(About::file).filter(Objects::nonNull).collect(Collectors.toSet()),
          later.stream().map(About::person).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    @Override
    public Set<String> kindsOf(String origin) {
      return happened.stream()
          .filter(fact -> fact.origin().equals(origin))
          .map(Fact::kind)
          .collect(Collectors.toSet());
    }

    @Override
    public List<Fact> of(Viewer viewer, CaseFileId file, PersonId person, String kind, int limit) {
      throw new UnsupportedOperationException();
    }

    private Map<Key, Last> find(
        String kind, LocalDate asOf, BiPredicate<CaseFileId, PersonId> wanted) {
      questions++;
      Map<Key, Last> found = new HashMap<>();
      if (!"visit".equals(kind)) {
        return found;
      }
      for (Seen one : seen) {
        if (!one.on().isAfter(asOf) && wanted.test(one.file(), one.person())) {
          found.merge(
              new Key(one.file(), one.person()),
              new Last(one.on(), "paper", key(one.toString()), false),
              (a, b) -> a.on().isAfter(b.on()) ? a : b);
        }
      }
      return found;
    }
  }
}
