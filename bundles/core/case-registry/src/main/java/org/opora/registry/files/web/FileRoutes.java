package org.opora.registry.files.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.choices.Choices;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.AmendmentsDesk;
import org.opora.registry.files.application.CaseFilesDesk;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.OverviewDesk;
import org.opora.registry.files.application.ProposalsDesk;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.web.Known;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to families and their files. */
@Component
public final class FileRoutes implements RouteSet {
  private final FileList list;
  private final CasePages pages;
  private final FamilyForm family;
  private final MemberForms members;
  private final AgreementForms agreementForms;
  private final ProposalForms proposalForms;
  private final EndingForms endingForms;
  private final AmendmentForms amendmentForms;
  private final EndForms ends;
  private final LeavingForms leaving;
  private final CoverForm cover;
  private final FamiliesCardPage card;

  @Activate
  public FileRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference CaseFilesDesk desk,
      @Reference OverviewDesk overviews,
      @Reference Agreements agreements,
      @Reference Placements placements,
      @Reference Timeline timeline,
      @Reference Staff staff,
      @Reference KnownPeople known,
      @Reference FamilyIntake intake,
      @Reference ProposalsDesk proposals,
      @Reference EndingsDesk endings,
      @Reference AmendmentsDesk amendments,
      @Reference Choices choices,
      @Reference Messages messages) {
    list = new FileList(files, staff);
    pages =
        new CasePages(
            frame, files, overviews, endings, proposals, amendments, placements, timeline, staff);
    family = new FamilyForm(intake, known, messages);
    members = new MemberForms(frame, intake, new Known(known, messages));
    agreementForms = new AgreementForms(frame, agreements, endings, placements, messages);
    proposalForms = new ProposalForms(frame, proposals, endings, messages);
    amendmentForms = new AmendmentForms(frame, endings, amendments, messages);
    endingForms = new EndingForms(frame, endings, placements, messages);
    ends = new EndForms(frame, files, endings, placements, choices, messages);
    leaving = new LeavingForms(frame, desk, endings, ends);
    cover = new CoverForm(frame, files);
    card = new FamiliesCardPage(timeline);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return Stream.of(reading(), writing()).flatMap(List::stream).toList();
  }

  private List<Route> reading() {
    return List.of(
        Route.page("/files", CaseFiles.READ, list::show),
        Route.page("/files/export", CaseFiles.READ, list::export),
        Route.page("/files/cards/families", CaseFiles.READ, card::show),
        Route.page("/files/{file}", CaseFiles.READ, pages::overview),
        Route.page("/files/{file}/timeline", CaseFiles.READ, pages::timeline),
        Route.page("/files/{file}/people", CaseFiles.READ, pages::people),
        Route.page("/files/{file}/agreement", CaseFiles.READ, pages::agreement),
        Route.page("/files/{file}/tab/{tab}", CaseFiles.READ, pages::contributed));
  }

  private List<Route> writing() {
    return List.of(
        Route.page("/files/new", CaseFiles.WRITE, family::blank).audited(Route.Audit.NONE),
        change("/files/new", family::open),
        form("/files/{file}/edit", cover::edit),
        change("/files/{file}/edit", cover::save),
        form("/files/{file}/carers/new", members::newCarer),
        change("/files/{file}/carers/new", members::addCarer),
        form("/files/{file}/children/new", members::newChild),
        change("/files/{file}/children/new", members::addChild),
        form("/files/{file}/agreements/new", agreementForms::blank),
        change("/files/{file}/agreements/new", agreementForms::conclude),
        form("/files/{file}/agreements/{agreement}/edit", agreementForms::edit),
        change("/files/{file}/agreements/{agreement}/edit", agreementForms::amend),
        form("/files/{file}/agreements/{agreement}/end", endingForms::ways),
        form("/files/{file}/agreements/{agreement}/end/{way}", endingForms::form),
        change("/files/{file}/agreements/{agreement}/end/{way}", endingForms::end),
        form("/files/{file}/agreements/{agreement}/go-on", endingForms::askBack),
        change("/files/{file}/agreements/{agreement}/go-on", endingForms::takeBack),
        form("/files/{file}/agreements/{agreement}/signature", proposalForms::askSignature),
        change("/files/{file}/agreements/{agreement}/signature", proposalForms::takeSignatureBack),
        form("/files/{file}/agreements/{agreement}/amendments/new", amendmentForms::blank),
        change("/files/{file}/agreements/{agreement}/amendments/new", amendmentForms::add),
        form("/files/{file}/agreements/{agreement}/amendments/{amendment}", amendmentForms::edit),
        change(
            "/files/{file}/agreements/{agreement}/amendments/{amendment}", amendmentForms::correct),
        form(
            "/files/{file}/agreements/{agreement}/amendments/{amendment}/withdraw",
            amendmentForms::askBack),
        change(
            "/files/{file}/agreements/{agreement}/amendments/{amendment}/withdraw",
            amendmentForms::withdraw),
        form("/files/{file}/agreements/{agreement}/close", ends::agreement),
        change("/files/{file}/agreements/{agreement}/close", ends::closeAgreement),
        form("/files/{file}/proposals/new", proposalForms::blank),
        change("/files/{file}/proposals/new", proposalForms::begin),
        form("/files/{file}/proposals/{proposal}/edit", proposalForms::edit),
        change("/files/{file}/proposals/{proposal}/edit", proposalForms::correct),
        form("/files/{file}/proposals/{proposal}/back", proposalForms::askBack),
        change("/files/{file}/proposals/{proposal}/back", proposalForms::takeBack),
        form("/files/{file}/proposals/{proposal}/{step}", proposalForms::step),
        change("/files/{file}/proposals/{proposal}/{step}", proposalForms::take),
        form("/files/{file}/placements/{placement}/edit", agreementForms::editStay),
        change("/files/{file}/placements/{placement}/edit", agreementForms::amendStay),
        form("/files/{file}/placements/{placement}/end", ends::stay),
        change("/files/{file}/placements/{placement}/end", ends::endStay),
        form("/files/{file}/carers/{person}/end", leaving::ways),
        change("/files/{file}/carers/{person}/end", ends::endCarer),
        form("/files/{file}/carers/{person}/end/{how}", leaving::form),
        change("/files/{file}/carers/{person}/end/{how}", leaving::leave),
        form("/files/{file}/close", ends::file),
        change("/files/{file}/close", ends::closeFile),
        form("/files/{file}/reopen", ends::again),
        change("/files/{file}/reopen", ends::reopenFile),
        Route.post("/files/{file}/doubts/{doubt}/settle", CaseFiles.WRITE, pages::settle));
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, CaseFiles.WRITE, handler);
  }

  /**
   * The use case records the change; a page shown again, or a question about people alike, is
   * recorded as a read besides.
   */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, CaseFiles.WRITE, handler).audited(Route.Audit.READ);
  }
}
