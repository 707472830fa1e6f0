package org.opora.registry.plans.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.DataClass;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.plans.domain.Answer;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanLine;
import org.opora.registry.plans.domain.PlanReview;
import org.opora.registry.plans.domain.PlanSignature;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.plans.domain.PlanVersion;
import org.opora.registry.plans.persistence.PlanQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans of how children stay with a family, and of what carers learn. A plan is for some days; the
 * next days have a plan of their own. It is looked at on a day that is a task, and corrected; how
 * it read before stays, because a carer may have signed it.
 *
 * <p>The permissions are those of visits.
 */
@Component(service = PlanDesk.class)
public final class PlanDesk {
  public static final int MOST_LINES = 20;

  private static final int TEXT = 4000;
  private static final int LINE = 500;
  private static final int MOST_HOURS = 200;
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final CaseFiles files;
  private final Timeline timeline;
  private final Evidence evidence;
  private final PlanReminders reminders;
  private final Staff staff;
  private final Messages messages;
  private final PlanSeals seals;

  @Activate
  public PlanDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference CaseFiles files,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference PlanReminders reminders,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.files = files;
    this.timeline = timeline;
    this.evidence = evidence;
    this.reminders = reminders;
    this.staff = staff;
    this.messages = messages;
    this.seals = new PlanSeals(keys);
  }

  /**
   * @param lines at most twenty; those without anything in them are passed over
   */
  public record NewPlan(PlanTerms terms, String words, List<NewLine> lines) {
    public NewPlan {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param area required in a plan of stay, and nowhere else
   * @param hours only in a plan of education
   */
  public record NewLine(Area area, String words, String how, LocalDate due, Integer hours) {}

  /**
   * @param whose a child who stays with the family today, or a carer of it
   * @throws org.opora.api.faults.Refused beside the field
   * @throws NotFound when the viewer sees no such child or carer in the file
   */
  public UUID draw(Viewer viewer, CaseFileId file, PlanKind kind, PersonId whose, NewPlan plan) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    Plan row = begun(viewer, file, kind, whose);
    check(viewer, plan);
    return change.in(
        viewer,
        file,
        "plan.drawn",
        (em, held) -> {
          write(em, viewer, row, plan);
          return row.id();
        });
  }

  private Plan begun(Viewer viewer, CaseFileId file, PlanKind kind, PersonId whose) {
    CaseFiles.Header header = files.header(viewer, file);
    if (kind == PlanKind.EDUCATION) {
      if (header.carers().stream().noneMatch(one -> one.person().equals(whose))) {
        throw new NotFound();
      }
      return Plan.ofEducation(Ids.next(), file, whose);
    }
    CaseFiles.Child child =
        header.children().stream()
            .filter(one -> one.person().equals(whose))
            .findFirst()
            .orElseThrow(NotFound::new);
    access.require(viewer, Visits.WRITE, Subject.of(child.file()));
    return Plan.ofStay(Ids.next(), file, whose, child.file());
  }

  private static void check(Viewer viewer, NewPlan plan) {
    PlanTerms terms = plan.terms();
    LocalDate on = Refusals.day("on", terms.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    Refusals.day("first", terms.first());
    Refusals.inOrder("last", terms.first(), Refusals.day("last", terms.last()));
    next("reviewOn", on, Refusals.day("reviewOn", terms.reviewOn()));
  }

  private static void next(String field, LocalDate day, LocalDate next) {
    if (next != null && !next.isAfter(day)) {
      throw Refusals.refused(field, "refused.aim-next", day);
    }
  }

  private void write(EntityManager em, Viewer viewer, Plan row, NewPlan plan) {
    List<NewLine> lines = lines(row.kind(), plan.lines());
    String words = Refusals.line("words", plan.words(), TEXT);
    row.says(
        plan.terms(),
        seals.seal(row, PlanSeals.WORDS, row.id(), words),
        viewer.staff(),
        viewer.now());
    em.persist(row);
    em.flush();
    for (int i = 0; i < lines.size(); i++) {
      NewLine one = lines.get(i);
      UUID id = Ids.next();
      em.persist(
          new PlanLine(
              id,
              row,
              i,
              one.area(),
              seals.seal(row, PlanSeals.LINE, id, one.words()),
              seals.seal(row, PlanSeals.HOW, id, one.how()),
              one.due(),
              one.hours()));
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
                Refusals.BUNDLE,
                "plan-drawn",
                PlanReminders.source("drawn", row),
                PlanOwner.owner(row),
                row.day(),
                Visits.READ,
                DataClass.CONTACT_TEXT,
                messages.title("timeline.plan-" + row.kind()),
                page(row))
            .about(row.whose())
            .writtenIn(row.file()));
    reminders.put(em, viewer, row);
  }

  private static List<NewLine> lines(PlanKind kind, List<NewLine> typed) {
    List<NewLine> lines = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      NewLine one = typed.get(i);
      String at = String.valueOf(i + 1);
      String words = Refusals.optional("line" + at, one.words(), LINE);
      String how = Refusals.optional("how" + at, one.how(), LINE);
      boolean empty = how == null && one.due() == null && one.area() == null && one.hours() == null;
      if (words == null && empty) {
        continue;
      }
      if (words == null) {
        throw Refusals.refused("line" + at, "refused.required");
      }
      if (kind == PlanKind.STAY && one.area() == null) {
        throw Refusals.refused("area" + at, "refused.required");
      }
      if (one.hours() != null && (one.hours() < 1 || one.hours() > MOST_HOURS)) {
        throw Refusals.refused("hours" + at, "refused.plan-hours", MOST_HOURS);
      }
      lines.add(
          kind == PlanKind.STAY
              ? new NewLine(one.area(), words, how, one.due(), null)
              : new NewLine(null, words, how, one.due(), one.hours()));
    }
    if (lines.isEmpty()) {
      throw Refusals.refused("line1", "refused.required");
    }
    if (lines.size() > MOST_LINES) {
      throw Refusals.refused("line" + lines.size(), "refused.plan-lines", MOST_LINES);
    }
    return lines;
  }

  /**
   * Corrects it; how it read before stays.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws NotFound when the file has no such plan that the viewer sees
   */
  public void amend(Viewer viewer, CaseFileId file, UUID plan, long version, NewPlan now) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    seen(viewer, file, plan);
    check(viewer, now);
    change.in(
        viewer,
        file,
        "plan.amended",
        (em, held) -> {
          Plan row = Held.hold(em, Plan.class, plan);
          Refusals.fresh(row.version(), version);
          UUID id = Ids.next();
          em.persist(
              new PlanVersion(
                  id,
                  row,
                  seals.seal(
                      row,
                      PlanSeals.FORMER,
                      id,
                      seals.open(row, PlanSeals.WORDS, row.id(), row.words())),
                  viewer.staff(),
                  viewer.now()));
          write(em, viewer, row, now);
          return null;
        });
  }

  /**
   * It was looked at together.
   *
   * @param nextOn when it is looked at again; null when its days are over
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void review(
      Viewer viewer,
      CaseFileId file,
      UUID plan,
      long version,
      LocalDate on,
      String words,
      LocalDate nextOn) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    seen(viewer, file, plan);
    Refusals.day("on", on);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    next("nextOn", on, nextOn);
    String said = Refusals.line("words", words, TEXT);
    change.in(
        viewer,
        file,
        "plan.reviewed",
        (em, held) -> {
          Plan row = Held.hold(em, Plan.class, plan);
          Refusals.fresh(row.version(), version);
          if (on.isBefore(row.day())) {
            throw Refusals.refused("on", "refused.plan-before", row.day());
          }
          UUID id = Ids.next();
          em.persist(
              new PlanReview(
                  id, row.id(), on, seals.seal(row, PlanSeals.REVIEW, id, said), viewer.staff()));
          evidence.record(Refusals.BUNDLE, id, List.of(PlanProof.reviewed(row, on)));
          reminders.done(viewer, row);
          row.reviewed(nextOn);
          em.flush();
          reminders.put(em, viewer, row);
          return null;
        });
  }

  /** Plans of children and carers whom the viewer sees, the last first. */
  public List<PlanView> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, Visits.READ, Subject.of(file));
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(em -> views(em, new PlanQueries(em).of(file, scope)));
  }

  /**
   * @throws NotFound when the file has no such plan that the viewer sees
   */
  public PlanView find(Viewer viewer, CaseFileId file, UUID plan) {
    return tx.read(em -> views(em, List.of(seen(em, viewer, file, plan))).get(0));
  }

  /**
   * Nothing of it may be done or shown to whoever does not see it.
   *
   * @throws NotFound when the file has no such plan that the viewer sees
   */
  public void seen(Viewer viewer, CaseFileId file, UUID plan) {
    tx.read(em -> seen(em, viewer, file, plan));
  }

  private Plan seen(EntityManager em, Viewer viewer, CaseFileId file, UUID plan) {
    access.require(viewer, Visits.READ, Subject.of(file));
    return new PlanQueries(em)
        .of(file, access.scope(viewer, Visits.READ)).stream()
            .filter(row -> row.id().equals(plan))
            .findFirst()
            .orElseThrow(NotFound::new);
  }

  /** How it read before, the last one first. */
  public List<PlanView.Former> former(Viewer viewer, CaseFileId file, UUID plan) {
    return tx.read(
        em -> {
          Plan row = seen(em, viewer, file, plan);
          PlanQueries queries = new PlanQueries(em);
          List<PlanVersion> versions = queries.versions(plan);
          List<PlanLine> lines = queries.lines(List.of(plan));
          Map<StaffId, String> names =
              staff.names(versions.stream().map(PlanVersion::by).collect(Collectors.toSet()));
          return versions.stream()
              .map(
                  one ->
                      new PlanView.Former(
                          text(
                              row,
                              one.wording(),
                              one.terms(),
                              seals.open(row, PlanSeals.FORMER, one.id(), one.words()),
                              lines),
                          names.get(one.by()),
                          one.at()))
              .toList();
        });
  }

  /** A query each for all of them, however many there are. */
  private List<PlanView> views(EntityManager em, List<Plan> plans) {
    PlanQueries queries = new PlanQueries(em);
    List<UUID> keys = plans.stream().map(Plan::id).toList();
    List<PlanReview> reviews = queries.reviews(keys);
    Map<UUID, List<PlanReview>> reviewsOf =
        reviews.stream().collect(Collectors.groupingBy(PlanReview::plan));
    Map<UUID, List<PlanSignature>> signaturesOf =
        queries.signatures(keys).stream().collect(Collectors.groupingBy(PlanSignature::entry));
    Map<UUID, List<PlanLine>> linesOf =
        queries.lines(keys).stream().collect(Collectors.groupingBy(PlanLine::plan));
    Map<StaffId, String> names =
        staff.names(
            Stream.concat(
                    plans.stream().map(Plan::writtenBy),
                    reviews.stream().map(PlanReview::writtenBy))
                .collect(Collectors.toSet()));
    return plans.stream()
        .map(
            row ->
                view(
                    row,
                    linesOf.getOrDefault(row.id(), List.of()),
                    reviewsOf.getOrDefault(row.id(), List.of()),
                    Answer.to(row.wording(), signaturesOf.getOrDefault(row.id(), List.of())),
                    names))
        .toList();
  }

  private PlanView view(
      Plan row,
      List<PlanLine> lines,
      List<PlanReview> reviews,
      Answer answer,
      Map<StaffId, String> names) {
    return new PlanView(
        row.id(),
        row.version(),
        row.kind(),
        row.whose(),
        text(
            row,
            row.wording(),
            row.terms(),
            seals.open(row, PlanSeals.WORDS, row.id(), row.words()),
            lines),
        answer,
        names.get(row.writtenBy()),
        reviews.stream()
            .map(
                one ->
                    new PlanView.Review(
                        one.day(),
                        seals.open(row, PlanSeals.REVIEW, one.id(), one.words()),
                        names.get(one.writtenBy())))
            .toList());
  }

  private PlanView.Text text(
      Plan row, int wording, PlanTerms terms, String words, List<PlanLine> lines) {
    return new PlanView.Text(
        wording,
        terms,
        words,
        lines.stream()
            .filter(line -> line.wording() == wording)
            .sorted(Comparator.comparing(PlanLine::place))
            .map(
                line ->
                    new PlanView.Line(
                        line.area(),
                        seals.open(row, PlanSeals.LINE, line.id(), line.words()),
                        seals.open(row, PlanSeals.HOW, line.id(), line.how()),
                        line.due(),
                        line.hours()))
            .toList());
  }

  private static String page(Plan row) {
    return PlanPapers.KIND.page(row);
  }
}
