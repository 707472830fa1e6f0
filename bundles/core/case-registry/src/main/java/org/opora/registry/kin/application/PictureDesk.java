package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.kin.application.FamilyPicture.Said;
import org.opora.registry.kin.application.FamilyPicture.Spoken;
import org.opora.registry.kin.application.Sight.Seen;
import org.opora.registry.kin.domain.Bond;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.Drawing;
import org.opora.registry.kin.domain.Genogram;
import org.opora.registry.kin.domain.Member;
import org.opora.registry.kin.domain.StayChart;
import org.opora.registry.kin.domain.StayChart.Stay;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.kin.persistence.StayAt;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Pictures of a family and of stays, made of nothing but what the lists show this viewer. */
@Component(service = PictureDesk.class)
public final class PictureDesk {
  /** More people than this nobody reads from one sheet of paper. */
  static final int MOST = 40;

  private static final int STEPS = 4;
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final CaseFiles files;
  private final Placements placements;
  private final Portraits portraits;
  private final KinReader reader;
  private final Deaths deaths;

  /**
   * @param deaths null when nobody keeps days of death
   */
  @Activate
  public PictureDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference Placements placements,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          Deaths deaths) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.files = files;
    this.placements = placements;
    this.portraits = new Portraits(keys);
    this.reader = new KinReader(access, aliases, staff, new KinSeals(keys), portraits);
    this.deaths = deaths;
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the person
   */
  public FamilyPicture ofPerson(Viewer viewer, PersonId person) {
    access.require(viewer, People.READ, Subject.of(person));
    return tx.read(em -> new Read(em, viewer).picture(List.of(person)));
  }

  /** Around everybody who is in the file now and whom the viewer may see. */
  public FamilyPicture ofFile(Viewer viewer, CaseFileId file) {
    CaseFiles.Header header = files.header(viewer, file);
    Set<PersonId> people = new LinkedHashSet<>();
    header.children().forEach(child -> people.add(child.person()));
    header.carers().forEach(carer -> people.add(carer.person()));
    return tx.read(
        em -> {
          Set<PersonId> seen = new Sight(em, access, aliases, viewer).mayOpen(people);
          return new Read(em, viewer).picture(people.stream().filter(seen::contains).toList());
        });
  }

  /** The walk through a family, for one read. */
  private final class Read {
    private final EntityManager em;
    private final Viewer viewer;
    private final Map<PersonId, Member> members = new LinkedHashMap<>();
    private final Map<PersonId, List<Relative>> known = new HashMap<>();
    private final Set<PersonId> left = new LinkedHashSet<>();

    Read(EntityManager em, Viewer viewer) {
      this.em = em;
      this.viewer = viewer;
    }

    FamilyPicture picture(List<PersonId> asked) {
      Map<PersonId, Seen> focus = new Sight(em, access, aliases, viewer).of(asked);
      Map<PersonId, Sex> sexes = portraits.sexes(em, focus.values());
      Map<PersonId, PersonId> next = new LinkedHashMap<>();
      for (PersonId key : asked) {
        Seen seen = focus.get(key);
        if (seen.visible() && members.size() < MOST) {
          members.putIfAbsent(
              seen.self(),
              new Member(
                  seen.self(),
                  seen.link(),
                  seen.row().name(),
                  seen.row().birthDate(),
                  null,
                  sexes.getOrDefault(seen.self(), Sex.UNKNOWN),
                  true));
          next.putIfAbsent(seen.self(), seen.link());
        }
      }
      for (int step = 0; step < STEPS && !next.isEmpty(); step++) {
        next = walk(next);
      }
      List<Bond> bonds = bonds();
      bury();
      Drawing drawing = Genogram.of(List.copyOf(members.values()), bonds);
      return new FamilyPicture(drawing, spoken(drawing, bonds), left.size());
    }

    /** Whom a step further shows; relatives by birth, law and marriage lead on to others. */
    private Map<PersonId, PersonId> walk(Map<PersonId, PersonId> from) {
      read(from);
      Map<PersonId, PersonId> next = new LinkedHashMap<>();
      for (PersonId self : from.keySet()) {
        for (Relative one : known.get(self)) {
          if (!drawn(one) || members.containsKey(one.self())) {
            continue;
          }
          if (members.size() >= MOST) {
            if (!one.hidden()) {
              left.add(one.self());
            }
            continue;
          }
          members.put(one.self(), member(one));
          if (!one.hidden() && leads(one.kind())) {
            next.put(one.self(), one.person());
          }
        }
      }
      left.removeAll(members.keySet());
      return next;
    }

    private void read(Map<PersonId, PersonId> people) {
      Map<PersonId, List<Relative>> found = reader.of(em, viewer, people.values());
      people.forEach((self, key) -> known.put(self, found.get(key)));
    }

    private static Member member(Relative one) {
      return new Member(one.self(), one.person(), one.name(), one.born(), null, one.sex(), false);
    }

    /** Who took care once, or was close once, is in the list and not in the picture. */
    private static boolean drawn(Relative one) {
      return one.struck() == null && (!one.past() || one.kind().lasting() || one.kind().couple());
    }

    private static boolean leads(TieKind kind) {
      return kind != TieKind.FOSTER && kind != TieKind.GUARDIAN && kind != TieKind.CLOSE;
    }

    private List<Bond> bonds() {
      Map<PersonId, PersonId> rest = new LinkedHashMap<>();
      members.values().stream()
          .filter(one -> !one.hidden() && !known.containsKey(one.id()))
          .forEach(one -> rest.put(one.id(), one.link()));
      read(rest);
      Set<Bond> bonds = new LinkedHashSet<>();
      known.forEach(
          (self, relatives) ->
              relatives.stream()
                  .filter(Read::drawn)
                  .filter(one -> members.containsKey(one.self()))
                  .map(
                      one ->
                          one.first()
                              ? new Bond(one.self(), self, one.kind(), one.past())
                              : new Bond(self, one.self(), one.kind(), one.past()))
                  .forEach(bonds::add));
      Set<Bond> once = new LinkedHashSet<>();
      for (Bond bond : bonds) {
        Bond turned = new Bond(bond.other(), bond.first(), bond.kind(), bond.past());
        if (!bond.kind().mutual() || !once.contains(turned)) {
          once.add(bond);
        }
      }
      return List.copyOf(once);
    }

    private void bury() {
      List<PersonId> seen =
          members.values().stream().map(Member::link).filter(Objects::nonNull).toList();
      Map<PersonId, LocalDate> died = deaths == null || seen.isEmpty() ? Map.of() : deaths.of(seen);
      members.replaceAll((self, one) -> one.hidden() ? one : one.diedOn(died.get(one.link())));
    }

    private List<Spoken> spoken(Drawing drawing, List<Bond> bonds) {
      return drawing.symbols().stream()
          .map(Drawing.Symbol::member)
          .map(
              member ->
                  new Spoken(
                      member.link(),
                      member.name(),
                      member.sex(),
                      member.born(),
                      member.died(),
                      member.index(),
                      bonds.stream()
                          .filter(bond -> bond.first().equals(member.id()))
                          .map(
                              bond ->
                                  new Said(
                                      bond.kind().role(true, bond.past()),
                                      members.get(bond.other()).name()))
                          .sorted(
                              Comparator.comparing(Said::role)
                                  .thenComparing(said -> said.to() == null)
                                  .thenComparing(
                                      said -> said.to() == null ? "" : said.to().listed()))
                          .toList()))
          .toList();
    }
  }

  /** Where a child lived, as far as the viewer may see the families. */
  public StayChart staysOfChild(Viewer viewer, PersonId child) {
    access.require(viewer, People.READ, Subject.of(child));
    return tx.read(
        em -> {
          Sight sight = new Sight(em, access, aliases, viewer);
          Set<PersonId> open = sight.open(aliases.idsOf(child));
          List<Stay> stays = new ArrayList<>();
          for (StayAt row : new KinQueries(em).stays(sight.ofFiles(), Chunks.values(open))) {
            stays.add(
                new Stay(
                    row.file().toString(),
                    row.familyName() + " (" + row.number() + ")",
                    "/files/" + row.file(),
                    new Days(row.since(), row.until())));
          }
          return StayChart.of(stays, viewer.today());
        });
  }

  /** Which children lived in a family: those the list of stays in the file shows. */
  public Stays staysInFile(Viewer viewer, CaseFileId file) {
    List<Placements.Stay> stays = placements.of(viewer, file);
    Map<PersonId, Seen> seen =
        tx.read(
            em ->
                new Sight(em, access, aliases, viewer)
                    .of(stays.stream().map(Placements.Stay::child).collect(Collectors.toSet())));
    List<Placements.Stay> shown =
        stays.stream().filter(stay -> !seen.get(stay.child()).walled()).toList();
    StayChart chart =
        StayChart.of(
            shown.stream()
                .map(
                    stay ->
                        new Stay(
                            seen.get(stay.child()).self().toString(),
                            stay.name().spoken(),
                            href(seen.get(stay.child())),
                            new Days(stay.from(), stay.until())))
                .toList(),
            viewer.today());
    return new Stays(
        chart,
        shown.stream()
            .map(Placements.Stay::child)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static String href(Seen child) {
    return child.visible() ? "/people/" + child.link() : null;
  }

  /**
   * @param children whose stays are drawn
   */
  public record Stays(StayChart chart, Set<PersonId> children) {}
}
