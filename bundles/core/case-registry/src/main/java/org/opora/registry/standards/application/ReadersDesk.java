package org.opora.registry.standards.application;

import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.staff.persistence.StaffQueries;
import org.opora.registry.standards.domain.InternalRule;
import org.opora.registry.standards.domain.RuleReader;
import org.opora.registry.standards.domain.RuleVersion;
import org.opora.registry.standards.persistence.IssuedRow;
import org.opora.registry.standards.persistence.RuleQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who was handed which version, and who has read it. Only the colleague confirms; for somebody
 * whose account cannot, a signature on paper is written down.
 */
@Component(service = ReadersDesk.class)
public final class ReadersDesk {
  private static final int WHY = 400;
  private static final int LONGEST_PAGE = 100;

  /** A name longer than this would push the rest of the task off the line. */
  private static final int TITLE = 80;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Staff staff;
  private final Tasks tasks;
  private final Messages messages;

  @Activate
  public ReadersDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.staff = staff;
    this.tasks = tasks;
    this.messages = messages;
  }

  /**
   * @param name of the colleague
   * @param confirmedBy who wrote down the signature; null when the colleague confirmed
   * @param endedWhy null when a newer version took its place, or nothing ended
   * @param paper whether the colleague cannot confirm by themselves
   */
  public record Reader(
      UUID id,
      StaffId staff,
      String name,
      LocalDate handedOn,
      String handedBy,
      LocalDate readBy,
      boolean open,
      boolean overdue,
      LocalDate confirmedOn,
      String confirmedBy,
      LocalDate endedOn,
      String endedWhy,
      boolean paper) {}

  /**
   * @param missing colleagues who are here today, of whom nothing is asked and who have not
   *     confirmed the version, by name
   */
  public record Standing(List<Reader> readers, List<Staff.Member> missing) {
    public long confirmed() {
      return readers.stream().filter(one -> one.confirmedOn() != null).count();
    }

    public long open() {
      return readers.stream().filter(Reader::open).count();
    }
  }

  /** Who has read a version and who has not, those who owe it first, then by name. */
  public Standing standing(Viewer viewer, UUID version) {
    access.require(viewer, InternalRules.WRITE);
    settle(viewer);
    List<Staff.Member> here = here(viewer);
    Set<StaffId> able = able(viewer);
    return tx.read(
        em -> {
          RuleVersion of = Held.load(em, RuleVersion.class, version);
          List<RuleReader> rows = new RuleQueries(em).readers(of.id());
          Map<StaffId, String> names = names(rows);
          Set<StaffId> handed =
              rows.stream()
                  .filter(row -> row.open() || row.confirmedOn() != null)
                  .map(RuleReader::staff)
                  .collect(Collectors.toSet());
          return new Standing(
              rows.stream()
                  .map(row -> reader(row, names, able, viewer.today()))
                  .sorted(
                      Comparator.comparing((Reader one) -> !one.open())
                          .thenComparing(Reader::name, Collator.getInstance(viewer.locale())))
                  .toList(),
              here.stream().filter(member -> !handed.contains(member.id())).toList());
        });
  }

  private Map<StaffId, String> names(Collection<RuleReader> rows) {
    return staff.names(
        rows.stream()
            .flatMap(
                row ->
                    Stream.concat(
                        Stream.of(row.staff(), row.handedBy()),
                        Stream.ofNullable(row.confirmedBy())))
            .collect(Collectors.toSet()));
  }

  private static Reader reader(
      RuleReader row, Map<StaffId, String> names, Set<StaffId> able, LocalDate today) {
    return new Reader(
        row.id(),
        row.staff(),
        names.getOrDefault(row.staff(), ""),
        row.handedOn(),
        names.get(row.handedBy()),
        row.readBy(),
        row.open(),
        row.open() && row.readBy().isBefore(today),
        row.confirmedOn(),
        row.onPaper() ? names.get(row.confirmedBy()) : null,
        row.endedOn(),
        row.endedWhy(),
        !able.contains(row.staff()));
  }

  /** Colleagues whose last post has not ended, by name; those without a post included. */
  private List<Staff.Member> here(Viewer viewer) {
    Map<UUID, Boolean> gone = new HashMap<>();
    tx.read(em -> new StaffQueries(em).posts())
        .forEach(
            (member, posts) ->
                gone.put(member, posts.stream().allMatch(post -> post.over(viewer.today()))));
    return staff.all(viewer).stream()
        .filter(member -> !gone.getOrDefault(member.id().value(), false))
        .toList();
  }

  private Set<StaffId> able(Viewer viewer) {
    return colleagues.holding(viewer, InternalRules.READ, null, List.of());
  }

  /**
   * @param chosen who had the paper before and is still here; everybody when nobody had
   */
  public record Choices(List<Staff.Member> all, Set<StaffId> chosen) {}

  /** To whom the next version of a paper can be handed. */
  public Choices choices(Viewer viewer, UUID rule) {
    access.require(viewer, InternalRules.WRITE);
    List<Staff.Member> here = here(viewer);
    Set<StaffId> before =
        tx.read(em -> new RuleQueries(em).everHanded(rule)).stream()
            .map(RuleReader::staff)
            .collect(Collectors.toSet());
    Set<StaffId> chosen =
        here.stream()
            .map(Staff.Member::id)
            .filter(one -> before.isEmpty() || before.contains(one))
            .collect(Collectors.toSet());
    return new Choices(here, chosen);
  }

  /** Hands an issued version to more colleagues. */
  public void hand(Viewer viewer, UUID version, Collection<StaffId> chosen, LocalDate readBy) {
    access.require(viewer, InternalRules.WRITE);
    if (chosen.isEmpty()) {
      throw Refusals.refused("readers", "refused.required");
    }
    tx.run(
        em -> {
          RuleVersion of = Held.hold(em, RuleVersion.class, version);
          if (!of.issued()) {
            throw Refusals.refused(null, "refused.rule-not-issued");
          }
          InternalRule rule = Held.hold(em, InternalRule.class, of.rule());
          if (rule.over(viewer.today())) {
            throw Refusals.refused(null, "refused.rule-ended", rule.endedOn());
          }
          hand(em, viewer, rule, of, chosen, readBy);
          audit.wrote(viewer, "rule.handed", List.of(), "version=" + version);
        });
  }

  /** In the writer's transaction, which holds the paper; whoever asks has decided. */
  void hand(
      EntityManager em,
      Viewer viewer,
      InternalRule rule,
      RuleVersion of,
      Collection<StaffId> chosen,
      LocalDate readBy) {
    Set<StaffId> wanted = new HashSet<>(chosen);
    if (wanted.isEmpty()) {
      return;
    }
    if (Refusals.day("readBy", readBy).isBefore(viewer.today())) {
      throw Refusals.refused("readBy", "refused.rule-read-by", readBy);
    }
    if (!staff.names(wanted).keySet().containsAll(wanted)) {
      throw Refusals.refused("readers", "refused.nobody");
    }
    Set<StaffId> able = able(viewer);
    RuleQueries queries = new RuleQueries(em);
    Map<StaffId, RuleReader> known = new HashMap<>();
    queries.readers(of.id()).forEach(row -> known.put(row.staff(), row));
    List<RuleReader> others = new ArrayList<>(queries.openOf(of.rule()));
    others.removeIf(row -> row.ruleVersion().equals(of.id()) || !wanted.contains(row.staff()));
    others.forEach(row -> end(viewer, row, null));
    for (StaffId one : wanted) {
      RuleReader row = known.get(one);
      if (row == null) {
        row = new RuleReader(Ids.next(), of, one);
      } else if (row.confirmedOn() != null) {
        continue;
      }
      row.handed(viewer.today(), viewer.staff(), readBy);
      em.persist(row);
      if (able.contains(one)) {
        task(viewer, rule, row);
      }
    }
  }

  private void task(Viewer viewer, InternalRule rule, RuleReader row) {
    UUID key = row.ask() == null ? Ids.next() : row.ask();
    row.asksUnder(key);
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE,
            key,
            null,
            null,
            messages.title("rule.task", shortened(rule.title())),
            row.staff(),
            rule.endedOn() != null && rule.endedOn().isBefore(row.readBy())
                ? rule.endedOn()
                : row.readBy(),
            "/rules/versions/" + row.ruleVersion(),
            Tasks.Tie.KEEPS,
            false));
  }

  private static String shortened(String title) {
    return title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…";
  }

  private void end(Viewer viewer, RuleReader row, String why) {
    row.end(viewer.today(), viewer.staff(), why);
    withdrawn(row);
  }

  private void withdrawn(RuleReader row) {
    UUID asked = row.ask();
    row.asksUnder(null);
    if (asked != null) {
      tasks.withdraw(Refusals.BUNDLE, asked);
    }
  }

  /** A newer version was issued: nobody is to read an older one. In the writer's transaction. */
  void replaced(EntityManager em, Viewer viewer, RuleVersion by) {
    new RuleQueries(em)
        .openOf(by.rule()).stream()
            .filter(row -> !row.ruleVersion().equals(by.id()))
            .forEach(row -> end(viewer, row, null));
  }

  /**
   * The paper has a last day: what is open of it ends with that day, and nothing is asked for
   * later. In the writer's transaction.
   */
  void until(EntityManager em, Viewer viewer, InternalRule rule) {
    if (rule.endedOn().isAfter(viewer.today())) {
      goesOn(em, viewer, rule);
    } else {
      new RuleQueries(em).openOf(rule.id()).forEach(row -> over(row, rule.endedOn()));
    }
  }

  /** The paper goes on, and so does what ended with it. In the writer's transaction. */
  void goesOn(EntityManager em, Viewer viewer, InternalRule rule) {
    RuleQueries queries = new RuleQueries(em);
    queries.openOf(rule.id()).stream()
        .filter(row -> row.ask() != null)
        .forEach(row -> task(viewer, rule, row));
    Set<StaffId> able = able(viewer);
    for (RuleReader row : queries.endedWith(rule.id())) {
      LocalDate last = row.readBy().isBefore(viewer.today()) ? viewer.today() : row.readBy();
      row.handed(row.handedOn(), row.handedBy(), last);
      if (able.contains(row.staff())) {
        task(viewer, rule, row);
      }
    }
  }

  private void over(RuleReader row, LocalDate lastDay) {
    row.over(lastDay);
    withdrawn(row);
  }

  /**
   * Ends what is open of papers whose last day has passed meanwhile, as nobody does anything on
   * that day. Whoever reads or answers asks for it first.
   */
  void settle(Viewer viewer) {
    if (tx.read(em -> new RuleQueries(em).openOfEnded(viewer.today())).isEmpty()) {
      return;
    }
    tx.run(
        em -> {
          for (UUID key : new RuleQueries(em).openOfEnded(viewer.today())) {
            RuleReader row = Held.hold(em, RuleReader.class, key);
            InternalRule rule = Held.load(em, InternalRule.class, row.rule());
            if (row.open() && rule.over(viewer.today())) {
              over(row, rule.endedOn());
            }
          }
        });
  }

  /**
   * The viewer has read the version; saying so twice changes nothing.
   *
   * @throws NotFound when it was not handed to the viewer
   * @throws org.opora.api.faults.Refused when nothing is to be confirmed any more
   */
  public void confirm(Viewer viewer, UUID version) {
    access.require(viewer, InternalRules.READ);
    settle(viewer);
    tx.run(
        em -> {
          UUID key =
              new RuleQueries(em)
                  .reader(version, viewer.staff())
                  .map(RuleReader::id)
                  .orElseThrow(NotFound::new);
          RuleReader row = Held.hold(em, RuleReader.class, key);
          if (row.confirmedOn() != null) {
            return;
          }
          asked(row);
          row.confirmed(viewer.today(), viewer.staff(), false);
          settled(viewer, row);
          wrote(viewer, "rule.read", row);
        });
  }

  /**
   * A colleague whose account cannot confirm has signed on paper.
   *
   * @throws org.opora.api.faults.Refused when they can confirm by themselves, or nothing is open
   */
  public void paper(Viewer viewer, UUID reader, LocalDate on) {
    access.require(viewer, InternalRules.WRITE);
    LocalDate day = Refusals.day("on", on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", day);
    }
    Set<StaffId> able = able(viewer);
    settle(viewer);
    tx.run(
        em -> {
          RuleReader row = Held.hold(em, RuleReader.class, reader);
          asked(row);
          if (able.contains(row.staff())) {
            throw Refusals.refused(null, "refused.rule-themselves");
          }
          Refusals.inOrder("on", row.handedOn(), day);
          row.confirmed(day, viewer.staff(), true);
          settled(viewer, row);
          wrote(viewer, "rule.signed-on-paper", row);
        });
  }

  /** The colleague is not to read it after all. */
  public void withdraw(Viewer viewer, UUID reader, String why) {
    access.require(viewer, InternalRules.WRITE);
    String reason = Refusals.line("why", why, WHY);
    settle(viewer);
    tx.run(
        em -> {
          RuleReader row = Held.hold(em, RuleReader.class, reader);
          asked(row);
          end(viewer, row, reason);
          wrote(viewer, "rule.reader-withdrawn", row);
        });
  }

  private static void asked(RuleReader row) {
    if (!row.open()) {
      throw Refusals.refused(null, "refused.rule-not-asked");
    }
  }

  private void settled(Viewer viewer, RuleReader row) {
    UUID asked = row.ask();
    row.asksUnder(null);
    if (asked != null) {
      tasks.doneBy(viewer, Refusals.BUNDLE, asked);
    }
  }

  private void wrote(Viewer viewer, String action, RuleReader row) {
    audit.wrote(
        viewer,
        action,
        List.of(),
        "version=" + row.ruleVersion() + ";staff=" + row.staff() + ";reader=" + row.id());
  }

  /**
   * Somebody who has not confirmed a version.
   *
   * @param title of the paper
   */
  public record Owed(Reader reader, UUID version, String title, int number) {}

  /** What is not confirmed in the whole centre, by its last day. */
  public Page<Owed> owed(Viewer viewer, String after, int limit) {
    access.require(viewer, InternalRules.WRITE);
    settle(viewer);
    Set<StaffId> able = able(viewer);
    return tx.read(
        em -> {
          RuleQueries queries = new RuleQueries(em);
          Page<RuleReader> rows = queries.open(after, Cursors.within(limit, LONGEST_PAGE));
          Map<StaffId, String> names = names(rows.items());
          Map<UUID, IssuedRow> versions =
              queries
                  .issued(rows.items().stream().map(RuleReader::ruleVersion).distinct().toList())
                  .stream()
                  .collect(Collectors.toMap(IssuedRow::id, row -> row, (one, same) -> one));
          return rows.map(
              row -> {
                IssuedRow version = versions.get(row.ruleVersion());
                return new Owed(
                    reader(row, names, able, viewer.today()),
                    version.id(),
                    version.title(),
                    version.number());
              });
        });
  }

  /**
   * @throws NotFound when there is none
   */
  public Owed one(Viewer viewer, UUID reader) {
    access.require(viewer, InternalRules.WRITE);
    Set<StaffId> able = able(viewer);
    return tx.read(
        em -> {
          RuleReader row = Held.load(em, RuleReader.class, reader);
          IssuedRow version = new RuleQueries(em).issued(List.of(row.ruleVersion())).get(0);
          return new Owed(
              reader(row, names(List.of(row)), able, viewer.today()),
              version.id(),
              version.title(),
              version.number());
        });
  }
}
