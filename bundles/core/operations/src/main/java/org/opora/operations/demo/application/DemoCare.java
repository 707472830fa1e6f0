package org.opora.operations.demo.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.safety.Safety;
import org.opora.api.safety.Safety.Kind;
import org.opora.api.safety.Safety.NewNotice;
import org.opora.api.tasks.Tasks;
import org.opora.api.tasks.Tasks.NewTask;
import org.opora.api.text.Title;
import org.opora.operations.OperationsModule;
import org.opora.operations.demo.application.DemoFamilies.Family;

/** What made-up families ask of those who look after them: notices to mind, tasks to do. */
final class DemoCare {
  /** Every so many families a child has a notice, or there is a task. */
  private static final int WITH_NOTICE = 5;

  private static final int WITH_TASK = 3;

  private static final List<NewNotice> NOTICES =
      List.of(
          notice(
              Kind.ALLERGY,
              "Arašídy: otok, dušnost",
              null,
              "Podat pero s adrenalinem a volat 155; pero nosí v batůžku."),
          notice(Kind.MEDICINE, "Inhalátor při dušnosti", null, "Dva vdechy, pak klid."),
          notice(
              Kind.PICK_UP_BAN,
              "Rozhodnutí soudu o předběžném opatření",
              "otec",
              "Dítě nepředat, volat vedoucí."),
          notice(Kind.BEHAVIOUR, "Bojí se zavřených dveří", null, "Nechat dveře pootevřené."),
          notice(Kind.MUST_NOT_MEET, "Po dohodě s OSPOD", "partner matky", "Rozdělit časy."));

  private static final List<Title> TASKS =
      List.of(
          new Title("Zavolat rodině zpět", "Oddzwonić do rodziny", "Call the family back"),
          new Title(
              "Připravit schůzku nad spisem",
              "Przygotować spotkanie nad aktami",
              "Prepare the meeting about the file"),
          new Title(
              "Doplnit kontakt na školu",
              "Uzupełnić kontakt do szkoły",
              "Add the school's contact"),
          new Title("Domluvit další návštěvu", "Umówić kolejną wizytę", "Arrange the next visit"),
          new Title("Poslat zápis z porady", "Wysłać protokół z narady", "Send the minutes"));

  /** Days from today by which a task is to be done. */
  private static final int[] DUE = {-4, 0, 2, 6, 13, 27, 1};

  private final Safety safety;
  private final Tasks tasks;

  DemoCare(Safety safety, Tasks tasks) {
    this.safety = safety;
    this.tasks = tasks;
  }

  /** In the caller's transaction. */
  void of(int number, Family family, Viewer worker) {
    if (number % WITH_NOTICE == 1) {
      NewNotice notice = NOTICES.get(number / WITH_NOTICE % NOTICES.size());
      safety.raise(worker, family.children().get(0), since(notice, family.since()));
    }
    if (number % WITH_TASK == 0) {
      task(number / WITH_TASK, family, worker);
    }
  }

  /** Every fourth one is done. */
  private void task(int number, Family family, Viewer worker) {
    UUID source = UUID.nameUUIDFromBytes(("task" + number).getBytes(StandardCharsets.US_ASCII));
    tasks.put(
        worker,
        new NewTask(
            OperationsModule.ID,
            source,
            family.file(),
            Subject.of(family.file()),
            TASKS.get(number % TASKS.size()),
            worker.staff(),
            worker.today().plusDays(DUE[number % DUE.length]),
            null));
    if (number % 4 == 3) {
      tasks.doneBy(worker, OperationsModule.ID, source);
    }
  }

  private static NewNotice notice(Kind kind, String what, String whom, String doing) {
    return new NewNotice(kind, what, whom, doing, LocalDate.EPOCH, null);
  }

  private static NewNotice since(NewNotice notice, LocalDate day) {
    return new NewNotice(notice.kind(), notice.what(), notice.whom(), notice.doing(), day, null);
  }
}
