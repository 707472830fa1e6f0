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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.RuleSet;
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
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.law.czech.contributions.CzechLaw;

/**
 * A centre of paper: facts and evidence as lists, so that the engine is tested with nothing between
 * it and the facts.
 */
public final class Centre {
  public static final StaffId WORKER = new StaffId(key("worker"));

  private final List<Agreement> agreements = new ArrayList<>();
  private final Set<Confirmations.Figure> confirmed = new HashSet<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<Fact> happened = new ArrayList<>();
  private final List<RuleSet> sets = new ArrayList<>(List.of(new CzechLaw()));
  private int questions;

  public record Agreement(CareFacts.InForce facts, LocalDate endedOn) {}

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
    agreements.add(
        new Agreement(
            new CareFacts.InForce(
                file(number),
                number,
                carers.get(0).name().family(),
                keyWorker,
                new AgreementId(key("agreement " + number + concludedOn)),
                CareKind.LONG_TERM,
                true,
                concludedOn,
                movedIn,
                carers,
                children),
            endedOn));
    return this;
  }

  public Centre saw(String number, PersonId person, LocalDate on) {
    seen.add(new Seen(file(number), person, on));
    return this;
  }

  /** Something is proven of a person in a file, from a day to another or to none. */
  public Centre proved(
      String kind, String number, PersonId person, LocalDate on, LocalDate until, String ref) {
    happened.add(
        new Fact(
            key(kind + number + person + on + ref),
            "paper",
            kind,
            About.person(file(number), person),
            on,
            until,
            null,
            null,
            null,
            ref,
            false));
    return this;
  }

  /** These rules hold besides those of the country. */
  public Centre with(RuleSet set) {
    sets.add(set);
    return this;
  }

  /** How many times the evidence was asked. */
  public int questions() {
    return questions;
  }

  public DutiesService duties(boolean childKeepsClock) {
    return childKeepsClock ? deciding(new TreeMap<>()) : restartingFrom(LocalDate.of(2000, 1, 1));
  }

  /** The centre decided on this day that a child's clock starts anew from then on. */
  public DutiesService restartingFrom(LocalDate from) {
    return deciding(new TreeMap<>(Map.of(from, ChildClock.RESTARTS)));
  }

  private DutiesService deciding(NavigableMap<LocalDate, String> choices) {
    return new DutiesService(
        new Doors(),
        new Care(),
        new Book(),
        new RuleBook(sets),
        new Decided(choices),
        new TrustMarks(() -> confirmed));
  }

  /** Somebody who knows the law confirmed this figure. */
  public Centre confirmed(String figure, LocalDate from) {
    confirmed.add(new Confirmations.Figure(figure, from));
    return this;
  }

  private record Decided(NavigableMap<LocalDate, String> options) implements Readings {
    @Override
    public Optional<String> chosen(String reading, LocalDate day) {
      return Optional.ofNullable(choices(reading).floorEntry(day)).map(Map.Entry::getValue);
    }

    @Override
    public NavigableMap<LocalDate, String> choices(String reading) {
      return ChildClock.READING.equals(reading) ? options : new TreeMap<>();
    }
  }

  private final class Care implements CareFacts {
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
      throw new UnsupportedOperationException();
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
      boolean known =
          agreements.stream()
              .map(Agreement::facts)
              .filter(facts -> facts.file().value().equals(subject.id()))
              .anyMatch(
                  facts ->
                      viewer.reach(permission) == Reach.ALL
                          || viewer.staff().equals(facts.keyWorker()));
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
      return find(kind, asOf, (file, person) -> files.contains(file));
    }

    @Override
    public Map<Key, Last> lastAnywhere(String kind, Collection<PersonId> people, LocalDate asOf) {
      return find(kind, asOf, (file, person) -> people.contains(person));
    }

    @Override
    public Facts facts(Collection<String> kinds, Wanted wanted) {
      questions++;
      return new Facts(
          happened.stream()
              .filter(fact -> kinds.contains(fact.kind()))
              .filter(fact -> wanted.files().contains(fact.about().file()))
              .filter(fact -> !fact.on().isAfter(wanted.until()))
              .sorted(Comparator.comparing(Fact::on))
              .toList(),
          Map.of());
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
              new Last(one.on(), key(one.toString()), false),
              (a, b) -> a.on().isAfter(b.on()) ? a : b);
        }
      }
      return found;
    }
  }
}
