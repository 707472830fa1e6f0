package org.opora.supervisedcontacts.plans.web;

import java.util.Map;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.plans.application.PlanView;

/** What another subject shows on the page of a plan. */
public interface PlanPart {
  /** Place on the page, the smallest first. */
  int order();

  /** Whether it warns, and stands above what the plan says. */
  default boolean warns() {
    return false;
  }

  /** A template without a frame; it finds the model under {@code part}, and the plan. */
  String template();

  Map<String, Object> model(Request request, PlanView plan);
}
