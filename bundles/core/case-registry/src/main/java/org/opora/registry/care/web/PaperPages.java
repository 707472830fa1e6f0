package org.opora.registry.care.web;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.registry.care.application.Papers;
import org.opora.registry.care.application.Scans;
import org.opora.registry.care.application.Signing;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** What carers answered to an entry, and the scans of its papers: the same for visits and notes. */
public final class PaperPages {
  private static final int LONGEST_REASON = 1_000;
  private final CaseFrame frame;
  private final Papers papers;
  private final Messages messages;
  private final Entries entries;

  public PaperPages(CaseFrame frame, Papers papers, Messages messages, Entries entries) {
    this.frame = frame;
    this.papers = papers;
    this.messages = messages;
    this.entries = entries;
  }

  /** The entries whose papers these are. */
  public interface Entries {
    /** Key of the entry that the path names. */
    UUID id(Request request);

    /** The entry that the path names, if it belongs to that file. */
    Entry of(Request request, CaseFiles.Header header);

    /** Its page, with a form that was refused. */
    Reply page(Request request, Form failed);
  }

  /**
   * An entry as pages about its papers name it.
   *
   * @param path of its page
   * @param title key of the text that says what it is
   * @param words what the keys of the texts that say what a signature means begin with
   * @param by name of who wrote it down
   * @param text how it reads now, or null
   */
  public record Entry(
      UUID id,
      long version,
      String path,
      String title,
      String words,
      LocalDate on,
      String by,
      String text,
      boolean counts) {}

  /** Whether the carer would sign. */
  enum Answer {
    SIGNED,
    REFUSED
  }

  /**
   * @param one pattern of the entry's page
   */
  public List<Route> routes(String one) {
    return List.of(
        Route.page(one + "/sign", Visits.WRITE, this::blank),
        change(one + "/sign", this::note),
        change(one + "/signatures/{signature}/strike", this::strike),
        change(one + "/scans", this::attach),
        Route.page(one + "/scans/{scan}", Visits.READ, this::take),
        Route.page(one + "/scans/{scan}/strike", Visits.WRITE, this::askStrike),
        change(one + "/scans/{scan}/strike", this::strikeScan));
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Visits.WRITE, handler).audited(Route.Audit.READ);
  }

  /** What the page of an entry says of its papers. */
  public Model fill(Model model, Request request, UUID entry) {
    List<Signing.Signature> signatures = papers.signing().of(request.viewer(), entry);
    request.shows(signatures.stream().map(one -> Subject.of(one.person())).toList());
    return model
        .with("signatures", signatures)
        .with("unread", unread(signatures))
        .with("wording", papers.prints().of(request.viewer(), entry).get(0))
        .with("scans", papers.scans().of(request.viewer(), entry));
  }

  /** Whether only former wordings were read: how the entry reads now is signed by nobody. */
  private static boolean unread(List<Signing.Signature> signatures) {
    List<Signing.Signature> standing =
        signatures.stream().filter(one -> one.struckOn() == null).toList();
    return !standing.isEmpty() && standing.stream().allMatch(Signing.Signature::former);
  }

  private Reply blank(Request request) {
    return form(request, null);
  }

  private Reply note(Request request) {
    Form posted = request.form();
    UUID carer = posted.requiredId("carer");
    Integer wording = posted.number("wording", 1, Integer.MAX_VALUE);
    if (wording == null) {
      posted.error("wording", "form.required");
    }
    LocalDate on = posted.requiredDate("on");
    Answer answer = posted.requiredChoice("answer", Answer.class);
    String reason = posted.text("reason", LONGEST_REASON);
    return posted.attempt(
        () -> {
          papers
              .signing()
              .note(
                  request.viewer(),
                  entries.id(request),
                  posted.version(),
                  new Signing.NewSignature(
                      new PersonId(carer), wording, on, answer == Answer.REFUSED, reason));
          return home(
              request, answer == Answer.SIGNED ? "visit.sign.saved" : "visit.sign.saved.refused");
        },
        wrong -> form(request, wrong));
  }

  private Reply form(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Entry entry = entries.of(request, header);
    if (!entry.counts()) {
      throw new NotFound();
    }
    List<Choice> carers =
        header.carers().stream()
            .map(one -> new Choice(one.person().toString(), one.name().spoken()))
            .toList();
    return frame
        .model(request, header, null)
        .with("entry", entry)
        .with("carers", carers)
        .with("wordings", wordings(request, entry.id()))
        .with("carer", carers.size() == 1 ? carers.get(0).value() : null)
        .with("answers", Choice.of(messages, request.locale(), "visit.sign", Answer.values()))
        .form("paper-sign", posted);
  }

  /** Those on paper say so: the worker holds the paper and looks for its number. */
  private List<Choice> wordings(Request request, UUID entry) {
    return papers.prints().of(request.viewer(), entry).stream()
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

  private Reply strike(Request request) {
    papers.signing().strike(request.viewer(), entries.id(request), request.id("signature"));
    return home(request, "visit.sign.struck");
  }

  private Reply attach(Request request) throws IOException {
    Form posted = request.form();
    Request.Upload upload = request.upload("scan").orElse(null);
    if (upload == null || upload.size() == 0) {
      posted.error("scan", Words.of("refused.visit-scan-none"));
    } else if (upload.size() > Scans.LARGEST) {
      posted.error("scan", Words.of("refused.visit-scan-large", Scans.LARGEST / 1024 / 1024));
    }
    if (posted.valid()) {
      try {
        byte[] content = Files.readAllBytes(upload.file());
        papers.scans().add(request.viewer(), entries.id(request), content);
        return home(request, "visit.scan.saved");
      } catch (Refused refused) {
        posted.refused(refused);
      }
    }
    return entries.page(request, posted);
  }

  /** Always as a file to keep, never inside a page; its name says nothing of anybody. */
  private Reply take(Request request) {
    // An archived file is closed to whoever does not lead the archive, its papers with it.
    frame.header(request);
    Scans.Content scan =
        papers.scans().take(request.viewer(), entries.id(request), request.id("scan"));
    if (!scan.file().equals(CaseFrame.file(request))) {
      throw new NotFound();
    }
    request.shows(Subject.of(scan.file()));
    return new Reply.Download(
        "scan-" + scan.day() + scan.kind().ending(), scan.kind().contentType(), scan.bytes());
  }

  private Reply askStrike(Request request) {
    return striking(request, null);
  }

  private Reply strikeScan(Request request) {
    Form posted = request.form();
    String why = posted.text("why", LONGEST_REASON);
    if (why == null) {
      posted.error("why", "form.required");
    }
    return posted.attempt(
        () -> {
          papers.scans().strike(request.viewer(), entries.id(request), request.id("scan"), why);
          return home(request, "visit.scan.struck");
        },
        wrong -> striking(request, wrong));
  }

  private Reply striking(Request request, Form posted) {
    CaseFiles.Header header = frame.header(request);
    Entry entry = entries.of(request, header);
    Scans.Scan scan =
        papers.scans().of(request.viewer(), entry.id()).stream()
            .filter(one -> one.id().equals(request.id("scan")) && one.struckOn() == null)
            .findFirst()
            .orElseThrow(NotFound::new);
    return frame
        .model(request, header, null)
        .with("entry", entry)
        .with("scan", scan)
        .form("paper-scan-strike", posted);
  }

  /** Scans that may go along to another file, as they are counted on the page of the entry. */
  public List<Choice> movable(Request request, UUID entry) {
    List<Scans.Scan> all = papers.scans().of(request.viewer(), entry);
    return IntStream.range(0, all.size())
        .filter(i -> !all.get(i).bound())
        .mapToObj(i -> choice(request, i + 1, all.get(i)))
        .toList();
  }

  private Choice choice(Request request, int number, Scans.Scan scan) {
    return new Choice(
        scan.id().toString(),
        messages.text(
            request.locale(),
            Words.of("visit.scan.one", number, scan.kind().name(), scan.kilobytes())));
  }

  /** Those of them that were ticked. */
  public Set<UUID> along(Request request, Form posted) {
    List<String> ticked = posted.all("scans");
    return papers.scans().of(request.viewer(), entries.id(request)).stream()
        .map(Scans.Scan::id)
        .filter(id -> ticked.contains(id.toString()))
        .collect(Collectors.toSet());
  }

  private Reply home(Request request, String notice) {
    CaseFiles.Header header = frame.header(request);
    return Reply.to(entries.of(request, header).path(), Words.of(notice));
  }
}
