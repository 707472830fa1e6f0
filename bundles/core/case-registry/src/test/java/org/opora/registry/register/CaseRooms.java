package org.opora.registry.register;

import org.opora.api.text.Messages;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.web.AimRoutes;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.KindDesk;
import org.opora.registry.files.application.YoungPeople;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.files.web.KindRoutes;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.web.PlanRoutes;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.web.ViewRoutes;
import org.opora.testkit.BundleTexts;

/** The rooms of those who have no agreement, over a register. */
public final class CaseRooms {
  final KindDesk kinds;
  final YoungPeople young;
  public final AimsDesk aims;
  public final ChildViews views;
  public final PlanDesk plans;
  final PlanPapers planPapers;
  private final Register register;
  private final FamilyIntake intake;

  public CaseRooms(Register register) {
    this.register = register;
    Messages texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    kinds =
        new KindDesk(
            register.tx,
            register.access.access(),
            register.access.aliases(),
            register.change,
            new FileStory(register.timeline, register.search, texts));
    intake =
        new FamilyIntake(
            register.tx,
            register.known,
            register.files,
            register.agreements,
            register.placements,
            register.access.colleagues(),
            register.staff);
    young =
        new YoungPeople(
            register.tx,
            register.access.access(),
            register.access.aliases(),
            register.files,
            register.people,
            intake);
    aims =
        new AimsDesk(
            register.tx,
            register.access.access(),
            register.change,
            register.timeline,
            register.tasks,
            register.staff,
            texts,
            register.house.keys());
    plans = plans(texts);
    planPapers =
        new PlanPapers(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.house.keys(),
            register.evidence);
    views =
        new ChildViews(
            register.tx,
            register.access.access(),
            register.change,
            register.files,
            register.timeline,
            register.evidence,
            register.again,
            register.staff,
            texts,
            register.house.keys());
  }

  private PlanDesk plans(Messages texts) {
    return new PlanDesk(
        register.tx,
        register.access.access(),
        register.change,
        register.files,
        register.timeline,
        register.evidence,
        register.reminders,
        register.staff,
        texts,
        register.house.keys());
  }

  RouteSet[] routes(Messages pages) {
    CaseFrame frame =
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book);
    return new RouteSet[] {
      new KindRoutes(frame, register.files, intake, kinds, young, register.known, pages),
      new AimRoutes(frame, aims, pages),
      new ViewRoutes(frame, views, pages),
      new PlanRoutes(frame, plans, planPapers, pages)
    };
  }
}
