package org.opora.course.application;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries;
import org.opora.api.duties.Duties;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.course.CourseModule;
import org.opora.course.contributions.ChildConclusion;
import org.opora.course.contributions.FamilyConclusion;
import org.opora.course.domain.Answer;
import org.opora.course.persistence.CourseSchema;
import org.opora.documents.DocumentsModule;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.persistence.DocumentsSchema;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.TrustMarks;
import org.opora.duties.contributions.NextReportReading;
import org.opora.law.czech.contributions.CzechFirstContact;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.course.contributions.AimsSection;
import org.opora.registry.course.contributions.ChildMetSection;
import org.opora.registry.course.contributions.EducationSection;
import org.opora.registry.course.contributions.LearningPlanSection;
import org.opora.registry.course.contributions.RequestsSection;
import org.opora.registry.course.contributions.RespiteSection;
import org.opora.registry.course.contributions.StayPlanSection;
import org.opora.registry.course.contributions.ViewForAll;
import org.opora.registry.course.contributions.ViewForAuthority;
import org.opora.registry.course.contributions.ViewForCarers;
import org.opora.registry.course.contributions.VisitsSection;
import org.opora.registry.files.application.LastReports;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.register.CaseRooms;
import org.opora.registry.register.CzechDuties;
import org.opora.registry.register.Laws;
import org.opora.registry.register.LedgerRooms;
import org.opora.registry.register.Register;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.BundleTexts;

/** A centre under Czech law that writes reports, over its real register, documents and duties. */
public final class ReportHouse implements AutoCloseable {
  public static final Locale CZECH = Locale.forLanguageTag("cs");
  private static final CzechLaw LAW = new CzechLaw();

  /** Agreements of before were taken over, so that nobody asks for the consent to them. */
  private static final LocalDate MOVED_IN = LocalDate.of(2027, 1, 1);

  public final Register register;
  public final Bureau bureau;
  public final CaseRooms rooms;
  public final LedgerRooms ledgers;
  public final RequestDesk requests;
  public final Duties duties;
  public final ReadingsDesk readings;
  public final SectionBook sections;
  public final ReportTools tools;
  public final Drafting drafting;
  public final Statements statements;
  public final ReportDesk desk;
  public final ReportReader reader;
  public final Copies copies;
  public final Passage passage;
  public final Viewer director;
  public final Viewer worker;

  public ReportHouse(Product product) throws IOException {
    register = Register.under(product, List.of(LAW), new DocumentsSchema(), new CourseSchema());
    register.law.with(register.care.settings);
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENTS_SINCE SET SINCE_DAY = ?")
                .setParameter(1, java.sql.Date.valueOf(MOVED_IN))
                .executeUpdate());
    bureau = new Bureau(new Archive(register, new Turns()));
    director = viewer("director");
    worker = viewer("key-worker");
    rooms = new CaseRooms(register);
    ledgers = new LedgerRooms(register);
    requests = requests();
    CzechDuties czech = new CzechDuties(register, new CourseModule().evidence());
    duties = czech.service;
    readings =
        new ReadingsDesk(register.house.access(), register.care.settings)
            .with(
                new NextReportReading(
                    czech.service, czech.book, new TrustMarks(java.util.Set::of)));
    sections = new SectionBook(new Everywhere(), Duration.ofMinutes(2));
    List.<ReportSection>of(new FamilyConclusion(), new ChildConclusion())
        .forEach(sections::addSection);
    registrySections();
    tools =
        new ReportTools(
            register.house.transactions(CourseModule.ID),
            register.house.access(),
            register.house.audit(),
            register.people,
            register.files,
            register.staff,
            register.house.keys());
    ReportLaw law = new ReportLaw(duties);
    law.addSet(LAW);
    Story story = new Story(register.evidence, register.timeline, texts());
    ReceiverBook receivers = new ReceiverBook(bureau.authorities.addressees, tools);
    drafting = new Drafting(tools, sections);
    Spine spine = new Spine(register.agreements);
    copies = new Copies(tools, bureau.papers, bureau.deliveries, texts());
    statements = new Statements(tools, copies);
    bureau.deliveries.addWatcher(new CopyWatch(tools, story));
    bureau.archive.filing.addKeeper(keeper());
    rooms.views.addWatcher(new TakenBack(tools));
    register.story.addWatcher(
        new EndsTakenBack(register.house.transactions(CourseModule.ID), register.evidence));
    desk = new ReportDesk(tools, spine, bureau.authorities.bodies, law, drafting, receivers, story);
    reader = new ReportReader(tools, statements);
    passage =
        new Passage(
            tools,
            spine,
            statements,
            receivers,
            law,
            copies,
            story,
            new LastReports(register.tx, register.followUps, register.law));
  }

  private RequestDesk requests() {
    return new RequestDesk(
        register.tx,
        register.access.access(),
        register.access.audit(),
        register.evidence,
        register.timeline,
        register.tasks,
        register.files,
        register.people,
        register.staff,
        new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS),
        register.house.keys(),
        Laws.contact(List.of(new CzechFirstContact()), List.of(LAW)));
  }

  /** In the words of the house: dates as people write them, and what the law calls its rights. */
  private void registrySections() {
    Messages words =
        PageHouse.of(MOVED_IN, Refusals.BUNDLE, CaseRegistryModule.class, Refusals.TEXTS);
    List.<ReportSection>of(
            new VisitsSection(register.visits, words),
            new EducationSection(ledgers.education, words),
            new LearningPlanSection(rooms.plans, register.people, words),
            new AimsSection(rooms.aims, words),
            new RequestsSection(requests, words),
            new ChildMetSection(register.visits, register.files, words),
            new StayPlanSection(rooms.plans, rooms.aims, words),
            new RespiteSection(ledgers.respite, words),
            new ViewForAll(rooms.views, words),
            new ViewForCarers(rooms.views, words),
            new ViewForAuthority(rooms.views, words))
        .forEach(sections::addSection);
  }

  public CopyKeeper keeper() {
    return new CopyKeeper(register.house.transactions(CourseModule.ID));
  }

  public static Messages texts() {
    return new BundleTexts(CourseModule.class, CourseModule.ORIGIN);
  }

  /** Texts of this bundle and of the register, as the house has them of every bundle. */
  private static final class Everywhere implements Messages {
    private final Messages own = texts();
    private final Messages registry = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);

    @Override
    public String text(Locale locale, String key, Object... arguments) {
      return own.text(locale, key, arguments);
    }

    @Override
    public String text(Locale locale, Text text) {
      return (text.origin().equals(Refusals.TEXTS) ? registry : own).text(locale, text);
    }

    @Override
    public Title title(String key, Object... arguments) {
      return own.title(key, arguments);
    }

    @Override
    public String origin() {
      return own.origin();
    }
  }

  public Viewer viewer(String role) {
    return register.viewer(role, new DocumentsModule(), new CourseModule(), new DutiesModule());
  }

  /** It is this day in the centre. */
  public void on(int year, int month, int day) {
    register.house.clock().set(LocalDate.of(year, month, day));
  }

  /** A family whose carer and child are of these two offices. */
  public record Family(
      CaseFileId file, PersonId carer, PersonId child, BodyId ofCarer, BodyId ofChild) {}

  /**
   * @param signed day of the agreement, on which the child came as well
   */
  public Family family(String name, LocalDate signed) {
    PersonId carer = register.person(director, "Marie", name, LocalDate.of(1980, 5, 1));
    CaseFileId file = register.files.open(director, new NewFile(null, name, signed));
    register.files.addCarer(director, file, carer, signed);
    register.files.assign(director, file, worker.staff(), null, signed);
    register.agreements.conclude(
        director, file, new NewAgreement(CareKind.LONG_TERM, true, signed, null));
    BodyId ofCarer = office(file, carer, "OSPOD " + name + " – pěstounka", signed);
    PersonId child = child(file, "Ema", name, signed);
    BodyId ofChild = office(file, child, "OSPOD " + name + " – dítě", signed);
    return new Family(file, carer, child, ofCarer, ofChild);
  }

  public PersonId child(CaseFileId file, String given, String name, LocalDate placed) {
    PersonId child = register.person(director, given, name, LocalDate.of(2016, 3, 4));
    register.placements.place(director, file, child, placed, null);
    return child;
  }

  /** The child lives there no longer than until this day. */
  public void leaves(CaseFileId file, PersonId child, LocalDate lastDay) {
    register.placements.of(director, file).stream()
        .filter(stay -> stay.child().equals(child))
        .forEach(stay -> register.placements.end(director, stay.id(), lastDay));
  }

  public BodyId office(CaseFileId file, PersonId person, String name, LocalDate since) {
    BodyId body = bureau.authorities.authority(name);
    bureau.authorities.desk.state(director, file, person, body, name, since);
    return body;
  }

  public UUID begin(Family family, Kind kind) {
    ReportDesk.Proposal proposal = desk.propose(worker, family.file());
    return desk.begin(
        worker,
        family.file(),
        new NewReport(kind, proposal.period().from(), proposal.period().until(), CZECH, null));
  }

  public ReportView view(UUID report) {
    return reader.view(worker, report);
  }

  public long version(UUID report) {
    return view(report).head().version();
  }

  public void close(UUID report) {
    passage.close(worker, report, version(report), passage.named(worker, report));
  }

  /** Every carer is acquainted and has nothing to add. */
  public void acquaint(UUID report) {
    reader
        .carers(worker, report)
        .keySet()
        .forEach(
            carer ->
                statements.write(
                    worker,
                    report,
                    new Statements.Said(carer, null, Answer.NOTHING, worker.today(), null)));
  }

  /** From the draft to the day on which it is made out, which is today. */
  public void makeOut(UUID report, String lateWhy) {
    close(report);
    acquaint(report);
    passage.approve(director, report, version(report));
    passage.makeOut(worker, report, version(report), lateWhy);
    copies.make(worker, report);
  }

  public ReportView.Section section(UUID report, String code, boolean ofChild) {
    return view(report).parts().stream()
        .filter(part -> (part.child() != null) == ofChild)
        .flatMap(part -> part.sections().stream())
        .filter(section -> section.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  public void write(UUID report, String code, boolean ofChild, String words) {
    ReportView.Section section = section(report, code, ofChild);
    drafting.write(worker, report, section.id(), section.version(), words);
  }

  public ReportView.To to(UUID report, String name) {
    return view(report).recipients().stream()
        .filter(to -> to.name() != null && to.name().contains(name))
        .findFirst()
        .orElseThrow();
  }

  /** Sent on this day by data box; delivered, when it is, by {@link #delivered}. */
  public UUID send(UUID report, String name) {
    return copies.send(
        worker, report, to(report, name).id(), Deliveries.Channel.DATA_BOX, worker.today());
  }

  public void delivered(UUID report, String name, UUID delivery, String lateWhy) {
    settled(report, name, delivery, Deliveries.Outcome.TAKEN_OVER, lateWhy);
  }

  /** It is known today what became of it. */
  public void settled(
      UUID report, String name, UUID delivery, Deliveries.Outcome outcome, String lateWhy) {
    DocumentId document = to(report, name).document();
    bureau.deliveries.delivered(
        worker,
        delivery,
        bureau.deliveries.one(worker, document, delivery).version(),
        new Deliveries.Receipt(worker.today(), outcome, null, lateWhy));
  }

  /** What stands in the PDF of somebody, in one line. */
  public String pdf(UUID report, String name) throws IOException {
    DocumentId document = to(report, name).document();
    try (PDDocument pdf = Loader.loadPDF(bureau.archive.content(director, document))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  /** Lines of these duties of a file, of today. */
  public List<Duties.Line> due(CaseFileId file, String rule) {
    return duties.of(worker, file, worker.today()).stream()
        .filter(line -> line.rule().equals(rule))
        .toList();
  }

  @Override
  public void close() throws IOException {
    sections.close();
    bureau.close();
  }
}
