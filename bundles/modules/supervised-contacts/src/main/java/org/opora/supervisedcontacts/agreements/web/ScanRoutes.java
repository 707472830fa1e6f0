package org.opora.supervisedcontacts.agreements.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.AgreementView;
import org.opora.supervisedcontacts.agreements.application.Scans;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The signed paper of an agreement is attached, handed out, struck out. */
@Component
public final class ScanRoutes implements RouteSet {
  private static final String SCANS =
      SupervisedContactsModule.HOME + "/agreements/{agreement}/scans";
  private final Scans scans;
  private final AgreementReader reader;
  private final Messages messages;

  @Activate
  public ScanRoutes(
      @Reference Scans scans, @Reference AgreementReader reader, @Reference Messages messages) {
    this.scans = scans;
    this.reader = reader;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(SCANS, SupervisedContactsModule.RECORD, this::add),
        Route.page(SCANS + "/{scan}", SupervisedContactsModule.READ, this::take),
        Route.post(SCANS + "/{scan}/strike", SupervisedContactsModule.RECORD, this::strike));
  }

  private AgreementView view(Request request) {
    AgreementView entry = reader.view(request.viewer(), id(request));
    request.shows(Subject.of(entry.whose().childFile()));
    request.shows(Subject.of(entry.whose().child()));
    return entry;
  }

  private Reply add(Request request) throws IOException {
    AgreementView entry = view(request);
    Form form = request.form();
    Request.Upload upload = request.upload("scan").orElse(null);
    byte[] content = upload == null ? new byte[0] : Files.readAllBytes(upload.file());
    return form.attempt(
        () -> {
          scans.add(request.viewer(), entry.id(), content);
          return Reply.to(AgreementRoutes.path(entry.id()), text("scan.added"));
        },
        wrong -> AgreementRoutes.page(entry).status(422));
  }

  private Reply take(Request request) {
    AgreementView entry = view(request);
    Scans.Content scan = scans.take(request.viewer(), entry.id(), request.id("scan"));
    return new Reply.Download(
        messages.text(request.locale(), "agreement.file", entry.now().number())
            + scan.format().ending(),
        scan.format().type(),
        scan.bytes());
  }

  private Reply strike(Request request) {
    scans.strike(request.viewer(), id(request), request.id("scan"));
    return Reply.to(AgreementRoutes.path(id(request)), text("scan.struck"));
  }

  private static AgreementId id(Request request) {
    return new AgreementId(request.id("agreement"));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
