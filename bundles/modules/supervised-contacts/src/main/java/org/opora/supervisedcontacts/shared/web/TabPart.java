package org.opora.supervisedcontacts.shared.web;

import java.util.Map;
import org.opora.api.files.CaseFiles;
import org.opora.api.web.Request;

/** What a subject shows in the tab of the case file. */
public interface TabPart {
  /** Place in the tab, the smallest first. */
  int order();

  /** A template without a frame; it finds the model under {@code part}, and the file. */
  String template();

  Map<String, Object> model(Request request, CaseFiles.Header header);
}
