package org.opora.registry.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.TrustMarks;
import org.opora.duties.contributions.ChildClockReading;
import org.opora.duties.contributions.ELearningCapReading;
import org.opora.law.czech.contributions.CzechFirstContact;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.contributions.AgreedEndReading;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.register.CzechDuties;
import org.opora.registry.register.Doors;
import org.opora.registry.register.IntakeRooms;
import org.opora.registry.register.Laws;
import org.opora.registry.register.LedgerRooms;
import org.opora.registry.register.Office;
import org.opora.registry.register.Register;
import org.opora.registry.tasks.domain.Task;

/** A centre under Czech law in which a story happens, day by day. */
final class StoryHouse implements AutoCloseable {
  static final CzechLaw LAW = new CzechLaw();

  /** The centre began to work with the register on this day; older agreements were taken over. */
  private static final LocalDate MOVED_IN = LocalDate.of(2026, 1, 1);

  final Register register;
  final IntakeRooms intake;
  final Doors doors;
  final DutiesService duties;
  final ReadingsDesk readings;
  final LedgerRooms ledgers;
  final Viewer director;

  StoryHouse(TestDatabase.Product product) {
    register = Register.under(product, LAW);
    director = new Office(register, new DutiesModule()).director();
    intake =
        new IntakeRooms(
            register, Laws.contact(List.of(new CzechFirstContact()), List.of(LAW)), List.of(LAW));
    doors = intake.doors();
    ledgers = new LedgerRooms(register);
    CzechDuties czech = ledgers.duties;
    duties = czech.service;
    readings =
        new ReadingsDesk(register.access.access(), register.care.settings)
            .with(
                new ChildClockReading(duties, czech.book, new TrustMarks(Set::of)),
                new AgreedEndReading(register.law, Set::of),
                new ELearningCapReading(duties, czech.book, new TrustMarks(Set::of)));
    register.law.with(register.care.settings);
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENTS_SINCE SET SINCE_DAY = ?")
                .setParameter(1, java.sql.Date.valueOf(MOVED_IN))
                .executeUpdate());
  }

  Viewer viewer(String role) {
    return register.viewer(role, new DutiesModule());
  }

  /** What a page says; nothing where this family or person has no such page. */
  Optional<String> page(Viewer viewer, String path) {
    try {
      return Optional.of(doors.open(viewer, path));
    } catch (NotFound none) {
      return Optional.empty();
    }
  }

  /** It is this day in the centre. */
  void on(int year, int month, int day) {
    register.house.clock().set(LocalDate.of(year, month, day));
  }

  PersonId person(String given, String family, LocalDate born) {
    return register.person(director, given, family, born);
  }

  CaseFileId file(Viewer keyWorker, String name, LocalDate opened, PersonId... carers) {
    CaseFileId file = register.files.open(director, new NewFile(null, name, opened));
    for (PersonId carer : carers) {
      register.files.addCarer(director, file, carer, opened);
    }
    if (keyWorker != null) {
      register.files.assign(director, file, keyWorker.staff(), null, opened);
    }
    return file;
  }

  /** An agreement that was there before the register was. */
  void takenOver(
      CaseFileId file, CareKind kind, boolean mediated, LocalDate concluded, String authority) {
    register.agreements.conclude(
        director, file, new NewAgreement(kind, mediated, concluded, authority));
  }

  void take(CaseFileId file, AgreementId proposal, Step step, LocalDate on, String reference) {
    long version = register.proposals.find(director, file, proposal).version();
    register.proposals.take(director, proposal, version, new Taken(step, on, reference, null));
  }

  AgreementLife life(CaseFileId file) {
    return register.endings.of(director, file).get(0);
  }

  void end(CaseFileId file, NewEnding ending) {
    var agreement = life(file).agreement();
    register.endings.end(director, agreement.id(), agreement.version(), ending);
  }

  VisitId visit(
      Viewer worker, CaseFileId file, LocalDate on, PersonId carer, PersonId child, String note) {
    return register.visits.record(
        worker, file, StoryVisits.everybody(on, List.of(carer), List.of(child), note));
  }

  /** Who is to be seen by when, as the file says it today. */
  Map<String, LocalDate> due(Viewer viewer, CaseFileId file) {
    Map<String, LocalDate> due = new TreeMap<>();
    duties.of(viewer, file, viewer.today()).stream()
        .filter(line -> line.rule().equals("cz.visit"))
        .forEach(line -> due.put(line.name().spoken(), line.due()));
    return due;
  }

  List<Task> tasks(CaseFileId file) {
    return register.tx.read(
        em ->
            em.createQuery(
                    "SELECT t FROM Task t WHERE t.file = :file ORDER BY t.due, t.id", Task.class)
                .setParameter("file", file.value())
                .getResultList());
  }

  @Override
  public void close() {
    register.close();
  }
}
