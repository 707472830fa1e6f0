package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.CaseFilesDesk;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * How somebody stops being a carer of an agreement: first how, then when, then what follows, and
 * only then it is written down. Where there never was one, the day is enough.
 */
final class LeavingForms {
  private static final String CONFIRMED = "confirmed";

  /** Back from the question whether it is so, with all that was typed. */
  private static final String CHANGE = "change";

  private final CaseFrame frame;
  private final CaseFilesDesk files;
  private final EndingsDesk endings;
  private final EndForms ends;

  LeavingForms(CaseFrame frame, CaseFilesDesk files, EndingsDesk endings, EndForms ends) {
    this.frame = frame;
    this.files = files;
    this.endings = endings;
    this.ends = ends;
  }

  /** How does the person leave? */
  Reply ways(Request request) {
    if (!files.asksHow(request.viewer(), CaseFrame.file(request))) {
      return ends.carer(request);
    }
    List<Way> ways =
        Arrays.stream(LeavingWay.values())
            .map(way -> new Way(way, request.path() + "/" + code(way)))
            .toList();
    return base(request, carer(request)).with("ways", ways).page("carer-leaves");
  }

  Reply form(Request request) {
    LeavingWay way = way(request);
    return way == LeavingWay.OTHERWISE
        ? ends.carer(request)
        : page(request, carer(request), way, null);
  }

  Reply leave(Request request) {
    LeavingWay way = way(request);
    if (way == LeavingWay.OTHERWISE) {
      return ends.endCarer(request);
    }
    CaseFileId file = CaseFrame.file(request);
    Form form = request.form();
    PersonId person = anyCarer(request).person();
    Leaving leaving = read(form, way);
    if (form.valid() && !form.checked(CHANGE)) {
      try {
        LocalDate lastDay = files.lastDay(request.viewer(), file, person, leaving);
        if (!form.checked(CONFIRMED)) {
          return confirm(request, leaving, lastDay);
        }
        files.endCarer(request.viewer(), file, person, leaving);
        return Reply.to("/files/" + file + "/people", Words.of("carer.ended"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return page(request, anyCarer(request), way, form);
  }

  private static Leaving read(Form form, LeavingWay way) {
    return way == LeavingWay.DEATH
        ? new Leaving(way, form.requiredDate("until"), null, null)
        : new Leaving(way, form.date("decidedOn"), form.date("apartSince"), form.line("reference"));
  }

  private Reply page(Request request, CaseFiles.Carer carer, LeavingWay way, Form form) {
    return base(request, carer)
        .with("way", way)
        .with("action", request.path())
        .form("carer-leaves-form", form);
  }

  private Reply confirm(Request request, Leaving leaving, LocalDate lastDay) {
    CaseFiles.Carer carer = anyCarer(request);
    String name = carer.name().spoken();
    List<Text> will = new ArrayList<>();
    will.add(Words.of("end.carer.will.end", name, lastDay));
    wentOn(request, lastDay).ifPresent(will::add);
    if (leaving.way() == LeavingWay.SEPARATED) {
      will.add(Words.of("leaving.will.own", leaving.on()));
    }
    return base(request, carer)
        .with("leaving", leaving)
        .with("lastDay", lastDay)
        .with("consequences", will)
        .with("action", request.path())
        .form("carer-leaves-confirm", request.form());
  }

  /** The agreement in force the day after goes on; told late, it may be over by now. */
  private Optional<Text> wentOn(Request request, LocalDate lastDay) {
    LocalDate today = request.viewer().today();
    return endings.of(request.viewer(), CaseFrame.file(request)).stream()
        .filter(life -> life.inForce(lastDay.plusDays(1)))
        .map(life -> life.agreement().endedOn())
        .map(Optional::ofNullable)
        .findFirst()
        .map(
            end ->
                end.filter(day -> day.isBefore(today))
                    .map(day -> Words.of("leaving.will.lasted", day))
                    .orElseGet(() -> Words.of("leaving.will.last")));
  }

  private Model base(Request request, CaseFiles.Carer carer) {
    return frame.model(request, frame.header(request), null).with("carer", carer);
  }

  /** Also who has left meanwhile: the desk says so, and nothing that was typed is lost. */
  private CaseFiles.Carer anyCarer(Request request) {
    PersonId person = new PersonId(request.id("person"));
    return files.history(request.viewer(), CaseFrame.file(request)).carers().stream()
        .filter(part -> part.person().equals(person))
        .map(part -> new CaseFiles.Carer(person, part.role(), part.name(), null))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private CaseFiles.Carer carer(Request request) {
    PersonId person = new PersonId(request.id("person"));
    return frame.header(request).carers().stream()
        .filter(one -> one.person().equals(person))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static LeavingWay way(Request request) {
    String code = request.variable("how");
    return Arrays.stream(LeavingWay.values())
        .filter(way -> code(way).equals(code))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static String code(LeavingWay way) {
    return way.name().toLowerCase(Locale.ROOT);
  }

  /** One of the ways, and where it leads. */
  public record Way(LeavingWay way, String href) {}
}
