package org.opora.registry.standards.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.standards.domain.InternalRule;
import org.opora.registry.standards.domain.RuleVersion;
import org.opora.registry.standards.persistence.RuleFilter;
import org.opora.registry.standards.persistence.RuleQueries;
import org.opora.registry.standards.persistence.VersionRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The centre's own papers and their versions. */
@Component(service = {RuleDesk.class, InternalRules.class})
public final class RuleDesk implements InternalRules {
  private static final int LINE = 200;
  private static final int CHANGES = 2000;
  private static final int TEXT = 100_000;
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final ReadersDesk readers;

  @Activate
  public RuleDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference ReadersDesk readers) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.readers = readers;
  }

  /**
   * A paper in the list.
   *
   * @param shown the version in force, otherwise the newest one the viewer may see
   * @param mine what the viewer has to do with that version; null when it was not handed to them
   */
  public record RuleLine(
      UUID id,
      Kind kind,
      String title,
      boolean forCarers,
      LocalDate endedOn,
      RuleView.Line shown,
      boolean draft,
      RuleView.Mine mine) {}

  /** Papers by their name; whoever does not write sees only those of which something was issued. */
  public Page<RuleLine> list(Viewer viewer, RuleFilter which, String after, int limit) {
    access.require(viewer, READ);
    readers.settle(viewer);
    boolean writes = viewer.may(WRITE);
    LocalDate today = viewer.today();
    return tx.read(
        em -> {
          RuleQueries queries = new RuleQueries(em);
          Page<InternalRule> rules =
              queries.page(which, writes, today, after, Cursors.within(limit, LONGEST_PAGE));
          List<UUID> keys = rules.items().stream().map(InternalRule::id).toList();
          Map<UUID, List<VersionRow>> versions =
              queries.versions(keys).stream().collect(Collectors.groupingBy(VersionRow::rule));
          Map<UUID, RuleView.Mine> mine =
              queries.of(viewer.staff(), keys).stream()
                  .map(row -> RuleView.Mine.of(row, today))
                  .collect(Collectors.toMap(RuleView.Mine::version, one -> one));
          return rules.map(
              rule -> line(rule, versions.getOrDefault(rule.id(), List.of()), mine, today));
        });
  }

  private static RuleLine line(
      InternalRule rule,
      List<VersionRow> versions,
      Map<UUID, RuleView.Mine> mine,
      LocalDate today) {
    List<RuleView.Line> lines = RuleView.lines(versions, rule.endedOn(), today);
    // What is to be read comes before what merely holds.
    RuleView.Line shown =
        first(lines, one -> mine.containsKey(one.row().id()) && mine.get(one.row().id()).open());
    if (shown == null) {
      shown = first(lines, one -> one.standing() == RuleView.Standing.IN_FORCE);
    }
    if (shown == null) {
      shown = first(lines, one -> one.row().issued());
    }
    return new RuleLine(
        rule.id(),
        rule.kind(),
        rule.title(),
        rule.forCarers(),
        rule.endedOn(),
        shown,
        lines.stream().anyMatch(one -> !one.row().issued()),
        shown == null ? null : mine.get(shown.row().id()));
  }

  private static RuleView.Line first(List<RuleView.Line> lines, Predicate<RuleView.Line> which) {
    return lines.stream().filter(which).findFirst().orElse(null);
  }

  /**
   * @throws NotFound also when nothing of it was issued and the viewer does not write
   */
  public RuleView view(Viewer viewer, UUID rule) {
    access.require(viewer, READ);
    return tx.read(em -> view(em, viewer, Held.load(em, InternalRule.class, rule)));
  }

  private static RuleView view(EntityManager em, Viewer viewer, InternalRule row) {
    boolean writes = viewer.may(WRITE);
    List<VersionRow> versions =
        new RuleQueries(em)
            .versions(List.of(row.id())).stream().filter(one -> writes || one.issued()).toList();
    if (versions.isEmpty() && !writes) {
      throw new NotFound();
    }
    return new RuleView(
        row.id(),
        row.version(),
        row.kind(),
        row.title(),
        row.forCarers(),
        row.endedOn(),
        row.over(viewer.today()),
        row.replacedBy(),
        row.replacedBy() == null ? null : em.find(InternalRule.class, row.replacedBy()).title(),
        RuleView.lines(versions, row.endedOn(), viewer.today()));
  }

  /**
   * A version with its text.
   *
   * @param kind under which it was issued, as {@code title}; those of the paper in preparation
   * @param writtenBy name of a colleague, as {@code issuedBy}
   * @param mine what the viewer has to do with it; null when it was not handed to them
   */
  public record Shown(
      UUID id,
      long version,
      RuleView rule,
      Kind kind,
      String title,
      RuleView.Line line,
      String text,
      String writtenBy,
      String issuedBy,
      RuleView.Mine mine) {}

  /**
   * @throws NotFound also when it was not issued and the viewer does not write
   */
  public Shown version(Viewer viewer, UUID version) {
    access.require(viewer, READ);
    readers.settle(viewer);
    return tx.read(
        em -> {
          RuleVersion row = Held.load(em, RuleVersion.class, version);
          if (!row.issued() && !viewer.may(WRITE)) {
            throw new NotFound();
          }
          RuleView rule = view(em, viewer, Held.load(em, InternalRule.class, row.rule()));
          Map<StaffId, String> names =
              staff.names(
                  Stream.of(row.writtenBy(), row.issuedBy())
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet()));
          return new Shown(
              row.id(),
              row.version(),
              rule,
              row.issued() ? row.kind() : rule.kind(),
              row.issued() ? row.title() : rule.title(),
              rule.versions().stream()
                  .filter(one -> one.row().id().equals(version))
                  .findFirst()
                  .orElseThrow(NotFound::new),
              row.text(),
              names.get(row.writtenBy()),
              row.issued() ? names.get(row.issuedBy()) : null,
              new RuleQueries(em)
                  .reader(version, viewer.staff())
                  .map(one -> RuleView.Mine.of(one, viewer.today()))
                  .orElse(null));
        });
  }

  @Override
  public UUID add(Viewer viewer, Kind kind, String title, boolean forCarers) {
    access.require(viewer, WRITE);
    String name = name(kind, title);
    return tx.required(
        em -> {
          InternalRule row = new InternalRule(Ids.next());
          row.says(kind, name, Fold.fold(name), forCarers);
          em.persist(row);
          wrote(viewer, "rule.added", row.id());
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(
      Viewer viewer, UUID rule, long version, Kind kind, String title, boolean forCarers) {
    access.require(viewer, WRITE);
    String name = name(kind, title);
    tx.run(
        em -> {
          InternalRule row = Held.hold(em, InternalRule.class, rule);
          Refusals.fresh(row.version(), version);
          row.says(kind, name, Fold.fold(name), forCarers);
          wrote(viewer, "rule.amended", rule);
        });
  }

  private static String name(Kind kind, String title) {
    if (kind == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    return Refusals.line("title", title, LINE);
  }

  /**
   * The whole paper holds no more after a day; from then on nothing of it is to be read.
   *
   * @param replacedBy the paper that takes its place, or null
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void end(Viewer viewer, UUID rule, long version, LocalDate lastDay, UUID replacedBy) {
    access.require(viewer, WRITE);
    LocalDate day = Refusals.day("endedOn", lastDay);
    tx.run(
        em -> {
          InternalRule row = Held.hold(em, InternalRule.class, rule);
          Refusals.fresh(row.version(), version);
          if (replacedBy != null
              && (replacedBy.equals(rule) || em.find(InternalRule.class, replacedBy) == null)) {
            throw Refusals.refused("replacedBy", "refused.rule-replaced");
          }
          row.end(day, replacedBy);
          readers.until(em, viewer, row);
          wrote(viewer, "rule.ended", rule);
        });
  }

  /** It holds after all; what was to be read when it ended is to be read again. */
  public void goOn(Viewer viewer, UUID rule, long version) {
    access.require(viewer, WRITE);
    tx.run(
        em -> {
          InternalRule row = Held.hold(em, InternalRule.class, rule);
          Refusals.fresh(row.version(), version);
          row.end(null, null);
          readers.goesOn(em, viewer, row);
          wrote(viewer, "rule.goes-on", rule);
        });
  }

  @Override
  public UUID write(Viewer viewer, UUID rule, NewVersion version) {
    access.require(viewer, WRITE);
    NewVersion checked = check(version);
    return tx.required(
        em -> {
          InternalRule of = Held.hold(em, InternalRule.class, rule);
          List<VersionRow> known = new RuleQueries(em).versions(List.of(rule));
          if (known.stream().anyMatch(row -> !row.issued())) {
            throw Refusals.refused(null, "refused.rule-draft");
          }
          after(known, checked.validFrom());
          RuleVersion row =
              new RuleVersion(Ids.next(), rule, of.nextNumber(), viewer.staff(), viewer.today());
          says(row, checked);
          em.persist(row);
          wroteVersion(viewer, "rule.version-written", row.id());
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it was issued
   */
  public void amendVersion(Viewer viewer, UUID version, long seen, NewVersion now) {
    access.require(viewer, WRITE);
    NewVersion checked = check(now);
    tx.run(
        em -> {
          RuleVersion row = draft(em, version);
          Refusals.fresh(row.version(), seen);
          after(new RuleQueries(em).versions(List.of(row.rule())), checked.validFrom());
          says(row, checked);
          wroteVersion(viewer, "rule.version-amended", version);
        });
  }

  /** Throws away what was being written. */
  public void discard(Viewer viewer, UUID version) {
    access.require(viewer, WRITE);
    tx.run(
        em -> {
          RuleVersion row = draft(em, version);
          Held.hold(em, InternalRule.class, row.rule()).numberBack();
          em.remove(row);
          wroteVersion(viewer, "rule.version-discarded", version);
        });
  }

  @Override
  public void issue(Viewer viewer, UUID version, Collection<StaffId> chosen, LocalDate readBy) {
    issue(viewer, version, null, chosen, readBy);
  }

  /**
   * @param seen version as its form carries it; null when nobody has seen one
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void issue(
      Viewer viewer, UUID version, Long seen, Collection<StaffId> chosen, LocalDate readBy) {
    access.require(viewer, WRITE);
    tx.run(
        em -> {
          RuleVersion row = draft(em, version);
          if (seen != null) {
            Refusals.fresh(row.version(), seen);
          }
          InternalRule rule = Held.hold(em, InternalRule.class, row.rule());
          if (rule.endedOn() != null) {
            throw Refusals.refused(null, "refused.rule-ended", rule.endedOn());
          }
          after(new RuleQueries(em).versions(List.of(row.rule())), row.validFrom());
          row.issue(viewer.today(), viewer.staff(), rule);
          em.flush();
          readers.replaced(em, viewer, row);
          readers.hand(em, viewer, rule, row, chosen, readBy);
          wroteVersion(viewer, "rule.version-issued", version);
        });
  }

  @Override
  public void confirm(Viewer viewer, UUID version) {
    readers.confirm(viewer, version);
  }

  private static RuleVersion draft(EntityManager em, UUID version) {
    RuleVersion row = Held.hold(em, RuleVersion.class, version);
    if (row.issued()) {
      throw Refusals.refused(null, "refused.rule-issued", row.issuedOn());
    }
    return row;
  }

  private static void says(RuleVersion row, NewVersion version) {
    row.says(
        version.text(),
        version.changes(),
        version.validFrom(),
        version.approvedBy(),
        version.approvedOn());
  }

  /** Versions follow one another in the order of their numbers. */
  private static void after(List<VersionRow> known, LocalDate validFrom) {
    known.stream()
        .filter(VersionRow::issued)
        .filter(row -> validFrom.isBefore(row.validFrom()))
        .findFirst()
        .ifPresent(
            row -> {
              throw Refusals.refused(
                  "validFrom", "refused.rule-before", row.number(), row.validFrom());
            });
  }

  private static NewVersion check(NewVersion version) {
    return new NewVersion(
        plain(Refusals.line("text", version.text(), TEXT)),
        Refusals.optional("changes", version.changes(), CHANGES),
        Refusals.day("validFrom", version.validFrom()),
        Refusals.line("approvedBy", version.approvedBy(), LINE),
        Refusals.day("approvedOn", version.approvedOn()));
  }

  /** Line ends as everywhere in the house, and nothing that is neither seen nor printed. */
  private static String plain(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u00ad\\u200c\\u200d]]", "");
  }

  private void wrote(Viewer viewer, String action, UUID rule) {
    audit.wrote(viewer, action, List.of(), "rule=" + rule);
  }

  private void wroteVersion(Viewer viewer, String action, UUID version) {
    audit.wrote(viewer, action, List.of(), "version=" + version);
  }
}
