package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.EndingWay;
import org.opora.api.files.Placements;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.files.application.Outlook;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * The end of an agreement: first how it ends, then when and why, then the computed last day with
 * its reason and all that follows, and only then it is written down.
 */
final class EndingForms {
  private static final String CONFIRMED = "confirmed";

  /** Back from the question whether it is so, with all that was typed. */
  private static final String CHANGE = "change";

  private static final int REASON = 500;
  private final CaseFrame frame;
  private final EndingsDesk endings;
  private final Placements placements;
  private final Messages messages;

  EndingForms(CaseFrame frame, EndingsDesk endings, Placements placements, Messages messages) {
    this.frame = frame;
    this.endings = endings;
    this.placements = placements;
    this.messages = messages;
  }

  /** How does it end? */
  Reply ways(Request request) {
    AgreementLife life = life(request);
    List<Way> ways =
        possible(life).stream().map(way -> new Way(way, request.path() + "/" + code(way))).toList();
    if (ways.isEmpty()) {
      throw new NotFound();
    }
    return base(request, life).with("ways", ways).page("agreement-end");
  }

  Reply form(Request request) {
    AgreementLife life = life(request);
    EndingWay way = way(request);
    if (!possible(life).contains(way)) {
      throw new NotFound();
    }
    return page(request, life, way, null);
  }

  Reply end(Request request) {
    AgreementLife life = life(request);
    EndingWay way = way(request);
    CaseFileId file = CaseFrame.file(request);
    AgreementId agreement = life.agreement().id();
    Form form = request.form();
    NewEnding ending = read(form, way, life);
    if (form.valid() && !form.checked(CHANGE)) {
      try {
        fresh(form, life);
        if (!form.checked(CONFIRMED)) {
          Outlook outlook = endings.outlook(request.viewer(), file, agreement, ending);
          return confirm(request, life, ending, outlook);
        }
        endings.end(request.viewer(), agreement, form.version(), ending);
        return done(file, "agreement.ended");
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return page(request, life, way, form);
  }

  /** Whoever comes too late is told so before they confirm anything. */
  private static void fresh(Form form, AgreementLife life) {
    if (form.version() != life.agreement().version()) {
      throw new Stale();
    }
  }

  Reply askBack(Request request) {
    if (!life(request).endKnown()) {
      throw new NotFound();
    }
    return backPage(request, null);
  }

  Reply takeBack(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    AgreementLife life = life(request);
    AgreementId agreement = life.agreement().id();
    Why why = life.noticeGiven() ? form.requiredChoice("why", Why.class) : Why.MISTAKE;
    LocalDate on = why == Why.WITHDRAWN ? form.requiredDate("on") : null;
    return form.attempt(
        () -> {
          if (why == Why.WITHDRAWN) {
            endings.withdrawNotice(request.viewer(), agreement, form.version(), on);
          } else {
            endings.takeBack(request.viewer(), agreement, form.version());
          }
          return done(file, "agreement.end.taken-back");
        },
        wrong -> backPage(request, wrong));
  }

  private NewEnding read(Form form, EndingWay way, AgreementLife life) {
    LocalDate on = form.requiredDate("on");
    boolean grounds = !endings.grounds(way, life.agreement().kind()).isEmpty();
    String ground = grounds ? form.requiredLine("ground") : null;
    LocalDate lastDay = way == EndingWay.BY_LAW ? null : form.date("lastDay");
    return new NewEnding(way, on, ground, lastDay, form.text("reason", REASON));
  }

  private Reply page(Request request, AgreementLife life, EndingWay way, Form form) {
    LocalDate today = request.viewer().today();
    return base(request, life)
        .with("way", way)
        .with("action", request.path())
        .with("grounds", grounds(request.locale(), way, life))
        .with("computed", endings.computes(way, life, today))
        .with("notBegun", life.state() == AgreementState.SIGNED && !way.notice())
        .with("former", way == EndingWay.BY_LAW ? null : endings.former(life, today))
        .form("agreement-end-form", form);
  }

  private List<Choice> grounds(Locale locale, EndingWay way, AgreementLife life) {
    return endings.grounds(way, life.agreement().kind()).stream()
        .map(ground -> new Choice(ground.code(), messages.text(locale, ground.text())))
        .toList();
  }

  private Reply confirm(Request request, AgreementLife life, NewEnding ending, Outlook outlook) {
    boolean begins = !outlook.lastDay().isBefore(life.agreement().concludedOn());
    List<Text> will = new ArrayList<>();
    if (begins) {
      will.add(Words.of("end.agreement.will.end", outlook.lastDay()));
      will.add(Words.of("end.agreement.will.duties"));
      will.add(Words.of("end.agreement.will.status"));
    } else {
      will.add(Words.of("end.agreement.will.never-begin"));
    }
    if (life.end() != null) {
      will.add(Words.of("end.agreement.will.overtake", life.agreement().endedOn()));
    }
    int children =
        (int)
            placements.of(request.viewer(), CaseFrame.file(request)).stream()
                .filter(stay -> stay.until() == null)
                .count();
    if (children > 0) {
      will.add(Words.of("end.agreement.will.children", children));
    }
    if (!outlook.followUps().isEmpty()) {
      will.add(Words.of("end.agreement.will.tasks"));
    }
    return base(request, life)
        .with("way", ending.way())
        .with("ending", ending)
        .with("outlook", outlook)
        .with("begins", begins)
        .with("consequences", will)
        .with("action", request.path())
        .form("agreement-end-confirm", request.form());
  }

  private Reply backPage(Request request, Form form) {
    AgreementLife life = life(request);
    return base(request, life)
        .with("action", request.path())
        .with("whys", Choice.of(messages, request.locale(), "ending.back.why", Why.values()))
        .form("agreement-end-back", form);
  }

  private Model base(Request request, AgreementLife life) {
    return frame.model(request, frame.header(request), null).with("life", life);
  }

  private AgreementLife life(Request request) {
    return endings.find(
        request.viewer(), CaseFrame.file(request), new AgreementId(request.id("agreement")));
  }

  /** While an end runs, only what ends the agreement earlier. */
  private static List<EndingWay> possible(AgreementLife life) {
    return Arrays.stream(EndingWay.values())
        .filter(way -> life.lasts() || life.mayEndEarlier(way))
        .toList();
  }

  /** Whether it is possible by now, the desk knows better than a page that is some minutes old. */
  private static EndingWay way(Request request) {
    String code = request.variable("way");
    return Arrays.stream(EndingWay.values())
        .filter(way -> code(way).equals(code))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static String code(EndingWay way) {
    return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Reply done(CaseFileId file, String notice) {
    return Reply.to("/files/" + file + "/agreement", Words.of(notice));
  }

  /** Why a notice is given no more. */
  private enum Why {
    WITHDRAWN,
    MISTAKE
  }

  /** One of the ways, and where it leads. */
  public record Way(EndingWay way, String href) {}
}
