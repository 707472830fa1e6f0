package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.text.Text;

/**
 * How an agreement ends.
 *
 * @param lastDay last day in force
 * @param why the sentence that explains it, with the paragraph; null when no law pack knows
 * @param source where the figure was read and how far it is confirmed; null when there is none
 * @param followUps what somebody has to do
 */
public record Outlook(LocalDate lastDay, Text why, Text source, List<Text> followUps) {
  public Outlook {
    followUps = List.copyOf(followUps);
  }
}
