package org.opora.supervisedcontacts.agreements.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.application.RuleWords;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the centre words the rules of its agreements. */
@Component
public final class WordingRoutes implements RouteSet {
  private static final String PATH = SupervisedContactsModule.HOME + "/rules";
  private final RuleWords words;

  @Activate
  public WordingRoutes(@Reference RuleWords words) {
    this.words = words;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(PATH, SupervisedContactsModule.APPROVE, request -> page(request, null)),
        Route.post(PATH, SupervisedContactsModule.APPROVE, this::word));
  }

  private Reply.Page page(Request request, Form form) {
    Map<String, String> rules = new HashMap<>();
    words.all(request.locale()).forEach((kind, said) -> rules.put(kind.name(), said));
    return Reply.page(
            "rules",
            Map.of("kinds", List.of(RuleKind.values()), "rules", rules, "version", words.version()))
        .status(form == null ? 200 : 422);
  }

  private Reply word(Request request) {
    Form form = request.form();
    Map<RuleKind, String> now = new AgreementForm(form).rules(RuleWords.LONGEST);
    return form.attempt(
        () -> {
          words.word(request.viewer(), form.version(), now);
          return Reply.to(PATH, Text.of(SupervisedContactsModule.ORIGIN, "rules.saved"));
        },
        wrong -> page(request, wrong));
  }
}
