package org.opora.registry.register;

import java.util.List;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.standards.application.CarersDesk;
import org.opora.registry.standards.application.CriteriaDesk;
import org.opora.registry.standards.application.PlanDesk;
import org.opora.registry.standards.application.ReadersDesk;
import org.opora.registry.standards.application.RoundDesk;
import org.opora.registry.standards.application.RuleDesk;
import org.opora.registry.standards.application.StandardsShelf;
import org.opora.testkit.BundleTexts;

/** The desks of quality: internal rules and who reads them, rounds, and the plan. */
public final class StandardsRoom {
  public final RuleDesk rules;
  public final ReadersDesk readers;
  public final CarersDesk carers;
  public final RoundDesk rounds;
  public final PlanDesk plan;

  public StandardsRoom(Register register) {
    var access = register.access;
    BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    readers =
        new ReadersDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            register.staff,
            register.tasks,
            texts);
    rules = new RuleDesk(register.tx, access.access(), access.audit(), register.staff, readers);
    carers =
        new CarersDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.aliases(),
            register.files,
            register.change,
            register.staff,
            register.timeline,
            texts);
    StandardsShelf shelf = new StandardsShelf(List.of(new StandardsBench.Law()));
    plan =
        new PlanDesk(
            register.tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            register.staff,
            register.tasks,
            texts);
    rounds =
        new RoundDesk(
            register.tx,
            access.access(),
            access.audit(),
            register.staff,
            new CriteriaDesk(register.tx, access.access(), access.audit(), shelf, texts),
            shelf,
            plan);
  }
}
