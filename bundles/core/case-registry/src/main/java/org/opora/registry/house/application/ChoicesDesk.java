package org.opora.registry.house.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Title;
import org.opora.registry.house.domain.ChoiceChange;
import org.opora.registry.house.domain.ChoiceDeed;
import org.opora.registry.house.domain.ChoiceState;
import org.opora.registry.house.domain.ChoiceWords;
import org.opora.registry.house.domain.SettingGroup;
import org.opora.registry.house.persistence.HouseQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The centre makes a list its own. Nothing is ever deleted: an entry that is not wanted any more is
 * offered no more, and records that hold it go on reading the same.
 */
@Component(service = ChoicesDesk.class)
public final class ChoicesDesk {
  private static final String GROUP = "choices";
  private static final String OWN = "OWN";
  private static final int WORD = 200;
  private static final int WHY = 500;

  /** A list that nobody can overlook is no help; and a record has room for that many. */
  private static final int MOST_OFFERED = 40;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final ChoiceBook book;

  @Activate
  public ChoicesDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference ChoiceBook book) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.book = book;
  }

  /**
   * @param offered how many entries are offered today
   * @param retired how many were offered once
   */
  public record Line(ChoiceList list, int offered, int retired) {}

  /**
   * A list as it stands.
   *
   * @param version for the forms
   * @param entries in the order of the centre
   * @param history the change made last first; without entries that only gave way to another one
   */
  public record View(ChoiceList list, long version, List<ChoiceEntry> entries, List<Past> history) {
    public List<ChoiceEntry> offered(LocalDate day) {
      return entries.stream().filter(entry -> entry.offered(day)).toList();
    }

    public List<ChoiceEntry> others(LocalDate day) {
      return entries.stream().filter(entry -> !entry.offered(day)).toList();
    }
  }

  /**
   * A change as it was made.
   *
   * @param words how the entry read then
   * @param why null where nobody was asked
   * @param by name of a member of staff
   */
  public record Past(
      ChoiceDeed deed, Title words, ChoiceState state, String why, String by, LocalDate on) {}

  public List<Line> all(Viewer viewer) {
    access.require(viewer, House.READ);
    Map<String, List<ChoiceEntry>> entries = book.everything();
    return book.lists().stream()
        .map(
            list -> {
              List<ChoiceEntry> all = entries.getOrDefault(list.id(), List.of());
              int offered = (int) all.stream().filter(one -> one.offered(viewer.today())).count();
              return new Line(list, offered, all.size() - offered);
            })
        .toList();
  }

  /**
   * @throws NotFound when no installed bundle brings it
   */
  public View one(Viewer viewer, String id) {
    access.require(viewer, House.READ);
    ChoiceList list = book.list(id).orElseThrow(NotFound::new);
    return tx.read(
        em ->
            new View(
                list,
                em.find(SettingGroup.class, GROUP).version(),
                book.entries(em, id),
                history(em, id)));
  }

  private List<Past> history(EntityManager em, String id) {
    List<ChoiceChange> rows = new ArrayList<>(new HouseQueries(em).choices(id));
    Collections.reverse(rows);
    Map<String, ChoiceEntry> entries =
        book.entries(em, id).stream()
            .collect(Collectors.toMap(ChoiceEntry::code, Function.identity()));
    Map<StaffId, String> names =
        staff.names(rows.stream().map(ChoiceChange::enteredBy).collect(Collectors.toSet()));
    return rows.stream()
        .filter(row -> row.deed() != ChoiceDeed.GAVE_WAY)
        .map(
            row ->
                new Past(
                    row.deed(),
                    then(entries.get(row.code()), row),
                    row.state(),
                    row.why(),
                    names.get(row.enteredBy()),
                    row.enteredOn()))
        .toList();
  }

  /** How it read after the change; what a bundle has taken back speaks by its code. */
  private static Title then(ChoiceEntry entry, ChoiceChange row) {
    return entry == null
        ? new Title(row.code(), row.code(), row.code())
        : ChoiceEntry.of(row.code(), entry.brought(), entry.kept(), row.state()).words();
  }

  /**
   * @throws NotFound when the list has no such entry
   */
  public ChoiceEntry entry(Viewer viewer, String list, String code) {
    return one(viewer, list).entries().stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * How many records hold the entry: a number of the whole centre and nothing else, for whoever
   * decides about the list.
   */
  public long uses(Viewer viewer, String list, String code) {
    access.require(viewer, House.WRITE);
    return book.list(list).orElseThrow(NotFound::new).uses().applyAsLong(code);
  }

  /**
   * @param since first day it is offered
   * @return its code
   * @throws org.opora.api.faults.Refused beside the field
   */
  public String add(Viewer viewer, String list, long version, ChoiceWords words, LocalDate since) {
    LocalDate day = Refusals.day("since", since);
    ChoiceWords said = checked(words);
    return change(
        viewer,
        list,
        version,
        (em, group, entries) -> {
          if (said.empty()) {
            throw Refusals.refused("cs", "refused.choice-words");
          }
          unlike(entries, null, said);
          roomFor(entries, null, day);
          String code = OWN + (1 + entries.stream().mapToInt(ChoicesDesk::number).max().orElse(0));
          int last = entries.stream().mapToInt(entry -> entry.state().place()).max().orElse(0);
          write(
              em,
              viewer,
              group,
              list,
              code,
              ChoiceDeed.ADDED,
              ChoiceState.added(said, last, day),
              null);
          return code;
        });
  }

  /** A code is never given twice, so the highest one counts. */
  private static int number(ChoiceEntry entry) {
    return entry.own() && entry.code().startsWith(OWN)
        ? Integer.parseInt(entry.code().substring(OWN.length()))
        : 0;
  }

  private static void roomFor(List<ChoiceEntry> entries, String code, LocalDate day) {
    long others =
        entries.stream().filter(one -> !one.code().equals(code) && lasting(one, day)).count();
    if (others >= MOST_OFFERED) {
      throw Refusals.refused(null, "refused.choice-many", MOST_OFFERED);
    }
  }

  private static boolean lasting(ChoiceEntry entry, LocalDate day) {
    return lasting(entry.state(), day);
  }

  private static boolean lasting(ChoiceState state, LocalDate day) {
    return state.until() == null || !state.until().isBefore(day);
  }

  /** A better word for the same thing: records that hold it read the new one. */
  public void reword(Viewer viewer, String list, long version, String code, ChoiceWords words) {
    ChoiceWords said = checked(words);
    change(
        viewer,
        list,
        version,
        (em, group, entries) -> {
          ChoiceEntry entry = find(entries, code);
          ChoiceWords mine = entry.own() ? said : apart(said, entry.brought());
          if (entry.own() && mine.empty()) {
            throw Refusals.refused("cs", "refused.choice-words");
          }
          unlike(entries, code, said);
          write(em, viewer, group, list, code, ChoiceDeed.WORDED, entry.state().worded(mine), null);
          return code;
        });
  }

  /** Only what differs from what the list came with is the centre's own. */
  private static ChoiceWords apart(ChoiceWords said, Title brought) {
    return new ChoiceWords(
        brought.cs().equals(said.cs()) ? null : said.cs(),
        brought.pl().equals(said.pl()) ? null : said.pl(),
        brought.en().equals(said.en()) ? null : said.en());
  }

  /**
   * What would be refused, before anything is shown of what would change.
   *
   * @param from first day on which it is not offered any more
   */
  public void checkRetiring(Viewer viewer, String list, String code, LocalDate from, String why) {
    access.require(viewer, House.WRITE);
    own(list);
    List<ChoiceEntry> entries = book.entries(list);
    retirable(viewer, entries, find(entries, code), from, why);
  }

  public void retire(
      Viewer viewer, String list, long version, String code, LocalDate from, String why) {
    change(
        viewer,
        list,
        version,
        (em, group, entries) -> {
          ChoiceEntry entry = find(entries, code);
          String reason = retirable(viewer, entries, entry, from, why);
          write(
              em,
              viewer,
              group,
              list,
              code,
              ChoiceDeed.RETIRED,
              entry.state().retired(from),
              reason);
          return code;
        });
  }

  private static String retirable(
      Viewer viewer, List<ChoiceEntry> entries, ChoiceEntry entry, LocalDate from, String why) {
    LocalDate day = Refusals.day("from", from);
    String reason = Refusals.line("why", why, WHY);
    if (entry.kept()) {
      throw Refusals.refused(null, "refused.choice-kept");
    }
    if (day.isBefore(viewer.today())) {
      throw Refusals.refused("from", "refused.choice-past", day);
    }
    if (!lasting(entry, day)) {
      throw Refusals.refused("from", "refused.choice-retired", entry.state().until());
    }
    boolean another =
        entries.stream()
            .anyMatch(
                one ->
                    !one.code().equals(entry.code())
                        && one.state().until() == null
                        && one.offered(day));
    if (!another) {
      throw Refusals.refused(null, "refused.choice-last");
    }
    return reason;
  }

  /**
   * Offered again from a day on, or further on when its last day has not passed yet.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void offer(
      Viewer viewer, String list, long version, String code, LocalDate from, String why) {
    LocalDate day = Refusals.day("from", from);
    String reason = Refusals.line("why", why, WHY);
    change(
        viewer,
        list,
        version,
        (em, group, entries) -> {
          ChoiceEntry entry = find(entries, code);
          if (entry.state().until() == null) {
            throw Refusals.refused(null, "refused.choice-offered");
          }
          if (day.isBefore(viewer.today())) {
            throw Refusals.refused("from", "refused.choice-past", day);
          }
          unlike(entries, code, entry.written());
          roomFor(entries, code, day);
          write(
              em,
              viewer,
              group,
              list,
              code,
              ChoiceDeed.OFFERED,
              again(viewer, entry.state(), day),
              reason);
          return code;
        });
  }

  /** An end that has not come yet is only taken back: what is offered until then stays offered. */
  private static ChoiceState again(Viewer viewer, ChoiceState state, LocalDate day) {
    if (!lasting(state, viewer.today())) {
      return state.again(day);
    }
    if (day.isAfter(state.until().plusDays(1))) {
      throw Refusals.refused("from", "refused.choice-gap", state.until());
    }
    return state.again(state.since());
  }

  /** One place up or down among those that are offered today. */
  public void move(Viewer viewer, String list, long version, String code, boolean up) {
    change(
        viewer,
        list,
        version,
        (em, group, entries) -> {
          ChoiceEntry entry = find(entries, code);
          List<ChoiceEntry> offered =
              entries.stream().filter(one -> one.offered(viewer.today())).toList();
          int place = offered.indexOf(entry);
          int other = up ? place - 1 : place + 1;
          if (place < 0 || other < 0 || other >= offered.size()) {
            return code;
          }
          places(entries, entry, offered.get(other))
              .forEach(
                  (moved, at) ->
                      write(
                          em,
                          viewer,
                          group,
                          list,
                          moved.code(),
                          moved.equals(entry) ? ChoiceDeed.MOVED : ChoiceDeed.GAVE_WAY,
                          moved.state().at(at),
                          null));
          return code;
        });
  }

  /**
   * New places so that the two change theirs. An entry of the centre and one that a bundle brought
   * later may have the same place: then all are counted anew.
   */
  private static Map<ChoiceEntry, Integer> places(
      List<ChoiceEntry> entries, ChoiceEntry one, ChoiceEntry other) {
    if (entries.stream().map(entry -> entry.state().place()).distinct().count() == entries.size()) {
      return Map.of(one, other.state().place(), other, one.state().place());
    }
    List<ChoiceEntry> order = new ArrayList<>(entries);
    Collections.swap(order, order.indexOf(one), order.indexOf(other));
    Map<ChoiceEntry, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      places.put(order.get(i), ChoiceState.place(i));
    }
    return places;
  }

  @FunctionalInterface
  private interface Deed {
    String on(EntityManager em, SettingGroup group, List<ChoiceEntry> entries);
  }

  private String change(Viewer viewer, String list, long version, Deed deed) {
    access.require(viewer, House.WRITE);
    own(list);
    return tx.required(
        em -> {
          SettingGroup group = em.find(SettingGroup.class, GROUP, LockModeType.PESSIMISTIC_WRITE);
          Refusals.fresh(group.version(), version);
          String code = deed.on(em, group, book.entries(em, list));
          audit.wrote(viewer, "choices.changed", List.of(), "list=" + list + ";entry=" + code);
          return code;
        });
  }

  private void own(String list) {
    if (book.list(list).orElseThrow(NotFound::new).fixed() != null) {
      throw Refusals.refused(null, "refused.choice-fixed");
    }
  }

  private static void write(
      EntityManager em,
      Viewer viewer,
      SettingGroup group,
      String list,
      String code,
      ChoiceDeed deed,
      ChoiceState state,
      String why) {
    em.persist(
        new ChoiceChange(
            Ids.next(),
            list,
            code,
            group.next(),
            deed,
            state,
            why,
            viewer.staff(),
            viewer.today()));
  }

  private static ChoiceEntry find(List<ChoiceEntry> entries, String code) {
    return entries.stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static ChoiceWords checked(ChoiceWords words) {
    return new ChoiceWords(
        Refusals.optional("cs", words.cs(), WORD),
        Refusals.optional("pl", words.pl(), WORD),
        Refusals.optional("en", words.en(), WORD));
  }

  /** Two entries that read the same cannot be told apart by whoever chooses. */
  private static void unlike(List<ChoiceEntry> entries, String code, ChoiceWords said) {
    for (ChoiceEntry other : entries) {
      if (!other.code().equals(code) && other.state().until() == null) {
        ChoiceWords words = other.written();
        alike("cs", words.cs(), said.cs());
        alike("pl", words.pl(), said.pl());
        alike("en", words.en(), said.en());
      }
    }
  }

  private static void alike(String language, String there, String said) {
    if (there != null && there.equalsIgnoreCase(said)) {
      throw Refusals.refused(language, "refused.choice-same", there);
    }
  }
}
