package org.opora.registry.care.web;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.application.VisitPrints;
import org.opora.registry.care.application.VisitScans;
import org.opora.registry.care.application.VisitSigning;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Choice;
import org.opora.registry.shared.web.Words;

/** The paper that the carer reads, what they answered, and the scan of it. */
final class SigningPages {
  private static final int LONGEST_REASON = 1_000;
  private final CaseFrame frame;
  private final Visits visits;
  private final VisitSigning signing;
  private final VisitPrints prints;
  private final VisitScans scans;
  private final VisitPages pages;
  private final Messages messages;

  SigningPages(
      CaseFrame frame,
      Visits visits,
      VisitSigning signing,
      VisitPrints prints,
      VisitScans scans,
      VisitPages pages,
      Messages messages) {
    this.frame = frame;
    this.visits = visits;
    this.signing = signing;
    this.prints = prints;
    this.scans = scans;
    this.pages = pages;
    this.messages = messages;
  }

  /** Whether the carer would sign. */
  enum Answer {
    SIGNED,
    REFUSED
  }

  /**
   * For the carer to read and sign, with the number of the wording. What a child said in confidence
   * stays off the paper unless it is asked for.
   */
  Reply print(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    if (!visit.counts()) {
      throw new NotFound();
    }
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("met", VisitPages.met(visit))
        .with("wording", prints.print(request.viewer(), visit.id(), visit.version()))
        .with("children", request.query("children").filter("yes"::equals).isPresent())
        .page("visit-print");
  }

  Reply blank(Request request) {
    return form(request, null);
  }

  Reply note(Request request) {
    Form posted = request.form();
    UUID carer = posted.requiredId("carer");
    Integer wording = posted.number("wording", 1, Integer.MAX_VALUE);
    if (wording == null) {
      posted.error("wording", "form.required");
    }
    LocalDate on = posted.requiredDate("on");
    Answer answer = posted.requiredChoice("answer", Answer.class);
    String reason = posted.text("reason", LONGEST_REASON);
    if (posted.valid()) {
      try {
        signing.note(
            request.viewer(),
            id(request),
            posted.version(),
            new VisitSigning.NewSignature(
                new PersonId(carer), wording, on, answer == Answer.REFUSED, reason));
        return home(
            request, answer == Answer.SIGNED ? "visit.sign.saved" : "visit.sign.saved.refused");
      } catch (Refused refused) {
        posted.refused(refused);
      } catch (Stale changed) {
        posted.stale();
      }
    }
    return form(request, posted);
  }

  private Reply form(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    if (!visit.counts()) {
      throw new NotFound();
    }
    List<Choice> carers =
        header.carers().stream()
            .map(one -> new Choice(one.person().toString(), one.name().spoken()))
            .toList();
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("carers", carers)
        .with("wordings", wordings(request, visit.id()))
        .with("carer", carers.size() == 1 ? carers.get(0).value() : null)
        .with("answers", Words.choices(messages, request.locale(), "visit.sign", Answer.values()))
        .form("visit-sign", posted);
  }

  /** Those on paper say so: the worker holds the paper and looks for its number. */
  private List<Choice> wordings(Request request, VisitId visit) {
    return prints.of(request.viewer(), visit).stream()
        .map(
            one ->
                new Choice(
                    Integer.toString(one.number()),
                    messages.text(
                        request.locale(),
                        Words.of(
                            one.until() == null ? "visit.wording.now" : "visit.wording.then",
                            one.number(),
                            day(request, one.since()),
                            day(request, one.until() == null ? one.since() : one.until()),
                            one.printed() ? "YES" : "NO"))))
        .toList();
  }

  private static LocalDate day(Request request, Instant at) {
    return LocalDate.ofInstant(at, request.viewer().zone());
  }

  Reply strike(Request request) {
    signing.strike(request.viewer(), id(request), request.id("signature"));
    return home(request, "visit.sign.struck");
  }

  Reply attach(Request request) throws IOException {
    Form posted = request.form();
    Request.Upload upload = request.upload("scan").orElse(null);
    if (upload == null || upload.size() == 0) {
      posted.error("scan", Words.of("refused.visit-scan-none"));
    } else if (upload.size() > VisitScans.LARGEST) {
      posted.error("scan", Words.of("refused.visit-scan-large", VisitScans.LARGEST / 1024 / 1024));
    }
    if (posted.valid()) {
      try {
        scans.add(request.viewer(), id(request), Files.readAllBytes(upload.file()));
        return home(request, "visit.scan.saved");
      } catch (Refused refused) {
        posted.refused(refused);
      }
    }
    return pages.show(request, posted);
  }

  /** Always as a file to keep, never inside a page; its name says nothing of anybody. */
  Reply take(Request request) {
    VisitScans.Content scan = scans.take(request.viewer(), id(request), request.id("scan"));
    if (!scan.file().equals(CaseFrame.file(request))) {
      throw new NotFound();
    }
    request.shows(Subject.of(scan.file()));
    return new Reply.Download(
        "scan-" + scan.day() + scan.kind().ending(), scan.kind().contentType(), scan.bytes());
  }

  Reply askStrike(Request request) {
    return striking(request, null);
  }

  Reply strikeScan(Request request) {
    Form posted = request.form();
    String why = posted.text("why", LONGEST_REASON);
    if (why == null) {
      posted.error("why", "form.required");
    }
    if (posted.valid()) {
      try {
        scans.strike(request.viewer(), id(request), request.id("scan"), why);
        return home(request, "visit.scan.struck");
      } catch (Refused refused) {
        posted.refused(refused);
      }
    }
    return striking(request, posted);
  }

  private Reply striking(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    VisitScans.Scan scan =
        scans.of(request.viewer(), visit.id()).stream()
            .filter(one -> one.id().equals(request.id("scan")) && one.struckOn() == null)
            .findFirst()
            .orElseThrow(NotFound::new);
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("scan", scan)
        .form("visit-scan-strike", posted);
  }

  private static VisitId id(Request request) {
    return new VisitId(request.id("visit"));
  }

  private static Reply home(Request request, String notice) {
    return Reply.to(VisitPages.path(CaseFrame.file(request), id(request)), Words.of(notice));
  }
}
