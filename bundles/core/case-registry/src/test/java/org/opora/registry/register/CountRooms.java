package org.opora.registry.register;

import java.util.List;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.module.spi.Module;
import org.opora.api.statistics.spi.Statistic;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.complaints.application.ComplaintStatistic;
import org.opora.registry.counts.application.CountedRows;
import org.opora.registry.counts.application.FamilyStatistic;
import org.opora.registry.counts.application.ServiceKinds;
import org.opora.registry.counts.application.ServiceStatistic;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.ServicesDesk;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.application.IntakeStatistic;
import org.opora.registry.intake.application.ReturnFigures;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.StaffStatistic;
import org.opora.testkit.BundleTexts;

/** What the register counts, over a real register. */
public final class CountRooms {
  public final ServicesDesk services;
  public final FamilyStatistic families;
  public final ServiceStatistic done;
  public final IntakeStatistic intake;
  public final ComplaintStatistic complaints;
  public final StaffStatistic staff;
  public final ReturnFigures figures;

  /** Under these laws, with the services of the register and of these bundles. */
  public CountRooms(
      Register register, ContactLaw contacts, List<? extends RuleSet> laws, Module... more) {
    var access = register.access;
    AuditTrail audit = access.audit();
    LawShelf shelf = new LawShelf(Laws.of(laws));
    Module[] modules = new Module[more.length + 1];
    modules[0] = new CaseRegistryModule();
    System.arraycopy(more, 0, modules, 1, more.length);
    services =
        new ServicesDesk(
                register.tx,
                access.access(),
                audit,
                shelf,
                new MandateDesk(
                    register.tx,
                    access.access(),
                    audit,
                    register.staff,
                    register.tasks,
                    new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS),
                    shelf,
                    register.evidence))
            .with(modules);
    ServiceKinds kinds = new ServiceKinds(services, shelf);
    CountedRows rows =
        new CountedRows(register.tx, access.access(), access.aliases(), register.people, kinds);
    families = new FamilyStatistic(register.tx, rows);
    done = new ServiceStatistic(register.tx, kinds, rows);
    intake = new IntakeStatistic(register.tx, access.access(), contacts, register.choices);
    complaints = new ComplaintStatistic(register.tx);
    staff = new StaffStatistic(register.tx, register.staff);
    figures = new ReturnFigures(intake, families, done, staff, rows);
  }

  /** Under the Czech law, for tests of other bundles. */
  public static CountRooms czech(Register register, RuleSet law, Module... more) {
    return new CountRooms(
        register, Laws.contact(List.of(new RegisterLaw()), List.of(law)), List.of(law), more);
  }

  /** All of them. */
  public List<Statistic> all() {
    return List.of(families, done, intake, staff, complaints);
  }

  /** Says to which activity a service belongs. */
  public void tie(Viewer director, String service, String activity) {
    services.tie(director, service, services.one(director, service).version(), activity);
  }
}
