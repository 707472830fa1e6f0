package org.opora.registry.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.RegistrySchema;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.MistakenFiles;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.application.DisposalDesk;
import org.opora.registry.intake.application.InquiryBack;
import org.opora.registry.intake.application.InquiryCorrections;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.IntakeData;
import org.opora.registry.intake.application.IntakeFigures;
import org.opora.registry.intake.application.OpenFile;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.web.IntakeRoutes;
import org.opora.registry.intake.web.ReturnLists;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.BundleTexts;

/** The rooms of first contact over a real register. */
public final class IntakeRooms {
  final Register register;
  final ContactLaw law;
  public final RequestDesk requests;
  public final InquiryDesk inquiries;
  public final ContactDesk contacts;
  public final ReturnDesk returns;
  public final DisposalDesk disposals;
  public final InquiryCorrections corrections;
  public final InquiryBack back;
  public final OpenFile openFile;
  public final IntakeData data;
  public final IntakeFigures figures;
  public final CountRooms counts;
  public final PaperTray papers = new PaperTray();

  public IntakeRooms(Register register) {
    this(register, Laws.contact(List.of(new RegisterLaw()), List.of()));
  }

  /** Under this law. */
  public IntakeRooms(Register register, ContactLaw law) {
    this(register, law, List.of());
  }

  /** Under this law, with what these say of the mandate. */
  public IntakeRooms(Register register, ContactLaw law, List<? extends RuleSet> laws) {
    this.register = register;
    this.law = law;
    Messages texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    requests =
        new RequestDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.evidence,
            register.timeline,
            register.tasks,
            register.files,
            register.people,
            register.staff,
            texts,
            register.house.keys(),
            law);
    contacts =
        new ContactDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.colleagues(),
            register.files,
            register.staff,
            register.tasks,
            texts,
            register.house.keys(),
            law,
            register.choices);
    inquiries =
        new InquiryDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.colleagues(),
            register.staff,
            register.tasks,
            texts,
            register.house.keys(),
            law,
            contacts);
    disposals =
        new DisposalDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.colleagues(),
            register.staff,
            register.tasks,
            texts,
            register.house.keys(),
            law);
    counts = new CountRooms(register, law, laws);
    returns =
        new ReturnDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            law,
            disposals,
            counts.figures);
    corrections =
        new InquiryCorrections(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.tasks,
            texts,
            register.house.keys(),
            law);
    back =
        new InquiryBack(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.tasks,
            texts,
            register.house.keys(),
            law,
            contacts,
            new MistakenFiles(
                register.change,
                new FileStory(register.timeline, register.search, texts),
                new RegistrySchema()));
    openFile = new OpenFile(register.tx, register.access.access(), register.files);
    data = new IntakeData(register.tx);
    figures = new IntakeFigures(register.tx, register.access.access(), register.access.audit());
  }

  public Doors doors() {
    FamilyIntake intake =
        new FamilyIntake(
            register.tx,
            register.known,
            register.files,
            register.agreements,
            register.placements,
            register.access.colleagues(),
            register.staff);
    PageHouse pages = new PageHouse(Register.TODAY);
    return new Doors(
        register,
        new ReturnLists(returns, papers, new Named(), pages),
        new IntakeRoutes(
            new CaseFrame(
                register.files,
                register.staff,
                register.safety,
                new CaseTabs(),
                register.emergency.desk,
                register.openings.book),
            requests,
            inquiries,
            corrections,
            back,
            contacts,
            openFile,
            returns,
            disposals,
            figures,
            law,
            intake,
            register.known,
            register.staff,
            pages));
  }

  /** A centre with a name. */
  static final class Named implements Centre {
    @Override
    public String name() {
      return "Opora Zkušební";
    }

    @Override
    public void rename(String name) {
      throw new AssertionError(name);
    }
  }

  /** The same person on another day. */
  public static Viewer on(Viewer viewer, LocalDate day) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.UTC), viewer.zone()),
        viewer.requestId());
  }
}
