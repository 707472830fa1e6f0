package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;

/**
 * The card "News of the families" of the page Today: what happened last in the families the viewer
 * works with, or in the centre for who works with none and may see all.
 */
final class FamiliesCardPage {
  private static final int MOST = 8;
  private final Timeline timeline;

  FamiliesCardPage(Timeline timeline) {
    this.timeline = timeline;
  }

  Reply show(Request request) {
    List<Timeline.Recent> recent = timeline.recent(request.viewer(), MOST);
    request.shows(recent.stream().map(one -> Subject.of(one.file())).toList());
    return new Model().with("recent", recent).page("card-families");
  }
}
