package org.opora.registry.intake.contributions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.files.CareFacts.InForce;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactDesk.Said;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.ReachDesk;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who turned to the centre, who asks for an agreement, and what carers asked for. */
@Component
public final class DemoIntake implements DemoChapter {
  private final ContactDesk contacts;
  private final InquiryDesk inquiries;
  private final RequestDesk requests;
  private final ReachDesk reach;
  private final ContactLaw law;

  @Activate
  public DemoIntake(
      @Reference ContactDesk contacts,
      @Reference InquiryDesk inquiries,
      @Reference RequestDesk requests,
      @Reference ReachDesk reach,
      @Reference ContactLaw law) {
    this.contacts = contacts;
    this.inquiries = inquiries;
    this.requests = requests;
    this.reach = reach;
    this.law = law;
  }

  @Override
  public String id() {
    return "intake";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate today = cast.today();
    List<Code> rights = law.rights(today);
    List<Code> grounds = law.grounds(today);
    if (rights.isEmpty() || grounds.isEmpty()) {
      throw Refusals.refused("right", "refused.required");
    }
    contacts(cast.director(), cast.workers().get(0), today);
    inquiries(cast.director(), today, grounds.get(0));
    for (int number = 0; number < 3; number++) {
      request(cast, cast.family(2 + 5 * number), rights.get(number % rights.size()), number);
    }
    Viewer worker = cast.workers().get(0);
    reach.record(
        worker,
        ReachKind.OUTREACH,
        new ReachDesk.Entry(
            today.minusDays(6),
            "sídliště Sever",
            Topic.PARENTING,
            "Rozhovor s dvěma matkami o předškolní docházce.",
            "Přinést kontakt na předškolní klub",
            3,
            0,
            2,
            90));
    reach.record(
        worker,
        ReachKind.PREVENTION,
        new ReachDesk.Entry(
            today.minusDays(24),
            "Základní škola Lipová",
            Topic.VIOLENCE,
            "Beseda pro dva sedmé ročníky o vztazích.",
            null,
            0,
            48,
            2,
            120));
  }

  private void contacts(Viewer director, Viewer worker, LocalDate today) {
    contacts.record(
        worker,
        new ContactDesk.Entry(
            today.minusDays(1),
            LocalTime.of(9, 40),
            Way.PHONE,
            Set.of(Topic.SEPARATION, Topic.CONTACT),
            Pressing.SOON,
            said("paní Kamila", "Po rozchodu se nedaří domluvit předávání syna.", null),
            null,
            NextStep.CALL_BACK,
            today.plusDays(1),
            worker.staff(),
            20));
    contacts.record(
        director,
        new ContactDesk.Entry(
            today.minusDays(9),
            LocalTime.of(14, 5),
            Way.IN_PERSON,
            Set.of(Topic.SCHOOL),
            Pressing.CALM,
            said(
                null,
                "Vnučka odmítá chodit do školy.",
                "Předány kontakty na poradnu, vysvětlen postup školy."),
            today.minusDays(9),
            NextStep.NONE,
            null,
            director.staff(),
            35));
  }

  private static Said said(String name, String says, String advice) {
    return new Said(name, name == null ? null : "601 000 222", says, advice, null, null, null);
  }

  private void inquiries(Viewer director, LocalDate today, Code ground) {
    inquiry(director, today.minusDays(3), "Horákovi");
    UUID waiting = inquiry(director, today.minusDays(45), "Kříž a Křížová");
    inquiries.go(
        director, waiting, version(director, waiting), InquiryState.WAITING, today.minusDays(30));
    UUID refused = inquiry(director, today.minusDays(90), "Zemanovi");
    inquiries.refuse(
        director,
        refused,
        version(director, refused),
        new InquiryDesk.Refusal(
            ground.code(), today.minusDays(76), List.of("Středisko Jih, Příkladov")));
  }

  private UUID inquiry(Viewer director, LocalDate on, String name) {
    return inquiries.record(
        director,
        new InquiryDesk.NewInquiry(
            on, name, "601 000 333", "Ptají se na dohodu po přestěhování.", director.staff()));
  }

  private long version(Viewer director, UUID inquiry) {
    return inquiries.view(director, inquiry).version();
  }

  /** The first is open, the second was offered something, the third has what it asked for. */
  private void request(DemoCast cast, InForce family, Code right, int number) {
    Viewer worker = cast.worker(family);
    LocalDate on = cast.today().minusDays(18L - 5L * number);
    UUID request =
        requests.record(
            worker,
            family.file(),
            new RequestDesk.Asked(
                on,
                family.carers().get(0).person(),
                right.code(),
                "Potřebují si domluvit péči o děti na víkend."));
    if (number > 0) {
      boolean provided = number > 1;
      requests.answer(
          worker,
          request,
          requests.view(worker, family.file(), request).version(),
          new RequestDesk.Answer(
              "Víkendový pobyt v listopadu",
              on.plusDays(3),
              provided ? Outcome.PROVIDED : null,
              provided ? on.plusDays(5) : null,
              null));
    }
  }
}
