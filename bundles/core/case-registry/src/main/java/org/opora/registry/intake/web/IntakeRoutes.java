package org.opora.registry.intake.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.FamilyForm;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.application.DisposalDesk;
import org.opora.registry.intake.application.InquiryBack;
import org.opora.registry.intake.application.InquiryCorrections;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.IntakeFigures;
import org.opora.registry.intake.application.OpenFile;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.people.application.KnownPeople;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to first contact. */
@Component
public final class IntakeRoutes implements RouteSet {
  private final RequestPages requests;
  private final InquiryPages inquiries;
  private final ContactPages contacts;
  private final ReturnPages returns;
  private final DisposalPages disposals;

  @Activate
  public IntakeRoutes(
      @Reference CaseFrame frame,
      @Reference RequestDesk requests,
      @Reference InquiryDesk inquiries,
      @Reference InquiryCorrections corrections,
      @Reference InquiryBack back,
      @Reference ContactDesk contacts,
      @Reference OpenFile openFile,
      @Reference ReturnDesk returns,
      @Reference DisposalDesk disposals,
      @Reference IntakeFigures figures,
      @Reference ContactLaw law,
      @Reference FamilyIntake intake,
      @Reference KnownPeople known,
      @Reference Staff staff,
      @Reference Messages messages) {
    FamilyForm family = new FamilyForm(intake, known, messages);
    this.requests = new RequestPages(frame, requests, law, messages);
    this.inquiries =
        new InquiryPages(
            inquiries, corrections, back, contacts, openFile, law, family, staff, messages);
    this.contacts = new ContactPages(contacts, inquiries, openFile, family, staff, messages);
    this.returns = new ReturnPages(returns, disposals, figures, staff, messages);
    this.disposals = new DisposalPages(disposals, staff);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return Stream.of(
            requestRoutes(), inquiryRoutes(), contactRoutes(), returnRoutes(), disposalRoutes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> requestRoutes() {
    String all = "/files/{file}/requests";
    String one = all + "/{request}";
    return List.of(
        Route.page("/requests", Intake.REQUESTS, requests::list),
        Route.page("/requests/export", Intake.REQUESTS, requests::export),
        Route.page("/requests/card", Intake.REQUESTS, requests::card),
        Route.page(all, Intake.REQUESTS, requests::ofFile),
        Route.page(all + "/new", Intake.REQUESTS_WRITE, requests::blank),
        change(all + "/new", Intake.REQUESTS_WRITE, requests::record),
        Route.page(one, Intake.REQUESTS, requests::show),
        Route.page(one + "/edit", Intake.REQUESTS_WRITE, requests::edit),
        change(one + "/edit", Intake.REQUESTS_WRITE, requests::amend),
        change(one + "/answer", Intake.REQUESTS_WRITE, requests::answer));
  }

  private List<Route> inquiryRoutes() {
    String one = "/inquiries/{inquiry}";
    return List.of(
        Route.page("/inquiries", Intake.READ, inquiries::list),
        Route.page("/inquiries/export", Intake.READ, inquiries::export),
        Route.page("/inquiries/new", Intake.WRITE, inquiries::blank).audited(Route.Audit.NONE),
        change("/inquiries/new", Intake.WRITE, inquiries::record),
        Route.page(one, Intake.READ, inquiries::show),
        Route.page(one + "/edit", Intake.WRITE, inquiries::edit),
        change(one + "/edit", Intake.WRITE, inquiries::amend),
        change(one + "/step", Intake.WRITE, inquiries::go),
        Route.page(one + "/refuse", Intake.WRITE, inquiries::refusing),
        change(one + "/refuse", Intake.WRITE, inquiries::refuse),
        Route.page(one + "/correct", Intake.RETURN, inquiries::correcting),
        change(one + "/correct", Intake.RETURN, inquiries::correct),
        Route.page(one + "/turn", Intake.RETURN, inquiries::turning),
        change(one + "/turn", Intake.RETURN, inquiries::turn),
        Route.page(one + "/file", CaseFiles.WRITE, inquiries::choosing),
        change(one + "/file", CaseFiles.WRITE, inquiries::acceptInto),
        Route.page("/intake/{contact}/inquiry", Intake.WRITE, inquiries::fromContact),
        change("/intake/{contact}/inquiry", Intake.WRITE, inquiries::recordFromContact),
        Route.page(one + "/family", CaseFiles.WRITE, inquiries::family),
        change(one + "/family", CaseFiles.WRITE, inquiries::openFamily));
  }

  private List<Route> contactRoutes() {
    String one = "/intake/{contact}";
    return List.of(
        Route.page("/intake", Intake.READ, contacts::list),
        Route.page("/intake/export", Intake.READ, contacts::export),
        Route.page("/intake/card", Intake.READ, contacts::card),
        Route.page("/intake/new", Intake.WRITE, contacts::blank).audited(Route.Audit.NONE),
        change("/intake/new", Intake.WRITE, contacts::record),
        Route.page(one, Intake.READ, contacts::show),
        Route.page(one + "/edit", Intake.WRITE, contacts::edit),
        change(one + "/edit", Intake.WRITE, contacts::amend),
        Route.page(one + "/file", CaseFiles.WRITE, contacts::choosing),
        change(one + "/file", CaseFiles.WRITE, contacts::putInto),
        Route.page(one + "/family", CaseFiles.WRITE, contacts::family),
        change(one + "/family", CaseFiles.WRITE, contacts::openFamily));
  }

  private List<Route> returnRoutes() {
    return List.of(
        Route.page("/inquiries/return", Intake.RETURN, returns::show),
        Route.page("/inquiries/return/export", Intake.RETURN, returns::export),
        Route.page("/inquiries/return/file", Intake.RETURN, returns::filing),
        change("/inquiries/return/file", Intake.RETURN, returns::file),
        Route.page("/inquiries/return/words", Intake.RETURN, returns::wording),
        change("/inquiries/return/words", Intake.RETURN, returns::provide),
        Route.page("/intake/figures", Intake.RETURN, returns::settings),
        change("/intake/figures", Intake.RETURN, returns::set));
  }

  private List<Route> disposalRoutes() {
    String all = "/intake/disposals";
    String one = all + "/{disposal}";
    return List.of(
        Route.page(all, Intake.RETURN, disposals::list),
        change(all, Intake.RETURN, disposals::propose),
        Route.page(one, Intake.RETURN, disposals::show),
        change(one + "/approve", Intake.RETURN, disposals::approve),
        change(one + "/decline", Intake.RETURN, disposals::decline));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.READ);
  }
}
