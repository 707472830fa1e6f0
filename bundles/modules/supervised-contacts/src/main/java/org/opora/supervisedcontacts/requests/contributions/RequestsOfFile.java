package org.opora.supervisedcontacts.requests.contributions;

import java.util.List;
import java.util.Map;
import org.opora.api.files.CaseFiles;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.RequestView;
import org.opora.supervisedcontacts.shared.web.TabPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In the tab of the case file: who asked for contact with its children. */
@Component
public final class RequestsOfFile implements TabPart {
  private final RequestReader reader;

  @Activate
  public RequestsOfFile(@Reference RequestReader reader) {
    this.reader = reader;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String template() {
    return "request-part";
  }

  @Override
  public Map<String, Object> model(Request request, CaseFiles.Header header) {
    List<RequestView> all =
        reader.of(request.viewer(), header.children().stream().map(CaseFiles.Child::file).toList());
    return Map.of("requests", all);
  }
}
