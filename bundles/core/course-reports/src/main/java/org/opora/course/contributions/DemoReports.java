package org.opora.course.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.documents.Deliveries.Receipt;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.Reader;
import org.opora.course.application.Copies;
import org.opora.course.application.Drafting;
import org.opora.course.application.NewReport;
import org.opora.course.application.Passage;
import org.opora.course.application.ReportDesk;
import org.opora.course.application.ReportReader;
import org.opora.course.application.ReportView;
import org.opora.course.application.Statements;
import org.opora.course.domain.Answer;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A report in each state: one that is made out and has reached everybody but the last of those who
 * get it, one with the carers, one approved, one that is written, and one that a court has asked
 * for.
 */
@Component
public final class DemoReports implements DemoChapter {
  private static final Locale CZECH = Locale.forLanguageTag("cs");
  private static final int WITH_CARERS = 0;
  private static final int APPROVED = 1;
  private static final int WRITTEN = 2;
  private static final int ASKED_FOR = 3;
  private final ReportDesk desk;
  private final Drafting drafting;
  private final Statements statements;
  private final Passage passage;
  private final ReportReader reader;
  private final Copies copies;
  private final Deliveries deliveries;
  private final Addressees addressees;

  @Activate
  public DemoReports(
      @Reference ReportDesk desk,
      @Reference Drafting drafting,
      @Reference Statements statements,
      @Reference Passage passage,
      @Reference ReportReader reader,
      @Reference Copies copies,
      @Reference Deliveries deliveries,
      @Reference Addressees addressees) {
    this.desk = desk;
    this.drafting = drafting;
    this.statements = statements;
    this.passage = passage;
    this.reader = reader;
    this.copies = copies;
    this.deliveries = deliveries;
    this.addressees = addressees;
  }

  /** After those who get a report are known, and after what it is drafted from. */
  @Override
  public String id() {
    return "reports-of-care";
  }

  /** A report that was begun, and who writes it. */
  private record Begun(Viewer worker, InForce family, UUID id) {}

  /**
   * All are begun before anything becomes of them: sections are drafted by other threads, which do
   * not wait for what this one has written.
   */
  @Override
  public void write(DemoCast cast) {
    InForce whole =
        cast.families().stream()
            .filter(one -> known(cast.worker(one), one))
            .findFirst()
            .orElseThrow(() -> Refusals.refused(null, "report.refused.state"));
    List<InForce> others = cast.families().stream().filter(one -> !one.equals(whole)).toList();
    Begun delivered = begin(cast, whole);
    List<Begun> begun = new ArrayList<>();
    others.stream().limit(ASKED_FOR).forEach(one -> begun.add(begin(cast, one)));
    if (others.size() > ASKED_FOR) {
      asked(cast, others.get(ASKED_FOR));
    }
    written(delivered);
    approved(cast, delivered);
    delivered(delivered);
    for (int i = 0; i < begun.size(); i++) {
      written(begun.get(i));
      if (i == WITH_CARERS) {
        withCarers(begun.get(i));
      } else if (i == APPROVED) {
        approved(cast, begun.get(i));
      }
    }
  }

  private boolean known(Viewer worker, InForce family) {
    return addressees.report(worker, family.file()).missing().isEmpty();
  }

  private static LocalDate from(DemoCast cast, InForce family) {
    LocalDate last =
        DemoFormerReports.last(cast.today(), cast.families().indexOf(family)).plusDays(1);
    return last.isBefore(family.concludedOn()) ? family.concludedOn() : last;
  }

  private Begun begin(DemoCast cast, InForce family) {
    Viewer worker = cast.worker(family);
    return new Begun(
        worker,
        family,
        desk.begin(
            worker,
            family.file(),
            new NewReport(Kind.PERIODIC, from(cast, family), cast.today(), CZECH, null)));
  }

  private void asked(DemoCast cast, InForce family) {
    LocalDate today = cast.today();
    Set<PersonId> children =
        family.children().stream().map(Child::person).collect(Collectors.toSet());
    desk.begin(
        cast.worker(family),
        family.file(),
        new NewReport(
            Kind.ON_REQUEST,
            from(cast, family),
            today,
            CZECH,
            new NewReport.Asked(
                null,
                "Okresní soud v Příkladově",
                Reader.COURT,
                today.minusDays(6),
                today.plusDays(9),
                children)));
  }

  /** What no record says: what whoever writes it makes of it all. */
  private void written(Begun report) {
    int child = 0;
    for (ReportView.Part part : reader.view(report.worker(), report.id()).parts()) {
      String conclusion =
          part.child() == null
              ? DemoSentences.OF_THE_FAMILY
              : DemoSentences.OF_A_CHILD.get(child++ % DemoSentences.OF_A_CHILD.size());
      for (ReportView.Section section : part.sections()) {
        if (section.code().equals("conclusion")) {
          write(report, section, conclusion);
        } else if (section.gap() != null) {
          write(report, section, DemoSentences.NOTHING_TO_ADD);
        }
      }
    }
  }

  private void write(Begun report, ReportView.Section section, String words) {
    drafting.write(report.worker(), report.id(), section.id(), section.version(), words);
  }

  /** Names of other children in it were looked at. */
  private void close(Begun report) {
    String named = passage.named(report.worker(), report.id());
    passage.close(report.worker(), report.id(), version(report), named);
  }

  /** One carer has spoken, and not yet of everything. */
  private void withCarers(Begun report) {
    close(report);
    PersonId carer = carers(report).get(0);
    says(report, carer, Answer.STATED, family(report), DemoSentences.A_CARER);
  }

  private void approved(DemoCast cast, Begun report) {
    close(report);
    List<PersonId> carers = carers(report);
    says(report, carers.get(0), Answer.STATED, family(report), DemoSentences.A_CARER);
    carers.forEach(carer -> says(report, carer, Answer.NOTHING, null, null));
    passage.approve(cast.director(), report.id(), version(report));
  }

  private void delivered(Begun report) {
    Viewer worker = report.worker();
    boolean late = reader.view(worker, report.id()).head().late() > 0;
    passage.makeOut(worker, report.id(), version(report), late ? DemoSentences.WHY_LATE : null);
    copies.make(worker, report.id());
    List<ReportView.To> all = reader.view(worker, report.id()).recipients();
    for (ReportView.To to : all.subList(0, all.size() - 1)) {
      UUID delivery = send(report, to);
      long version = sent(worker, to.document(), delivery).version();
      deliveries.delivered(
          worker, delivery, version, new Receipt(worker.today(), Outcome.TAKEN_OVER, null, null));
    }
    send(report, all.get(all.size() - 1));
  }

  private UUID send(Begun report, ReportView.To to) {
    return copies.send(
        report.worker(),
        report.id(),
        to.id(),
        to.person() == null ? Channel.DATA_BOX : Channel.IN_PERSON,
        report.worker().today());
  }

  private Deliveries.Delivery sent(Viewer worker, DocumentId copy, UUID delivery) {
    return deliveries.of(worker, copy).stream()
        .filter(one -> one.id().equals(delivery))
        .findFirst()
        .orElseThrow();
  }

  private void says(Begun report, PersonId carer, Answer answer, UUID part, String words) {
    statements.write(
        report.worker(),
        report.id(),
        new Statements.Said(carer, part, answer, report.worker().today(), words));
  }

  private List<PersonId> carers(Begun report) {
    return List.copyOf(reader.carers(report.worker(), report.id()).keySet());
  }

  private UUID family(Begun report) {
    return reader.view(report.worker(), report.id()).parts().stream()
        .filter(part -> part.child() == null)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private long version(Begun report) {
    return reader.view(report.worker(), report.id()).head().version();
  }
}
