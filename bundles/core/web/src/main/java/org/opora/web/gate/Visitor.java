package org.opora.web.gate;

import java.time.ZoneId;
import java.util.Locale;
import org.opora.api.access.Viewer;

/**
 * Who stands at the gate.
 *
 * @param token session token that came with the request, or null
 * @param viewer who it belongs to; null when nobody is signed in
 * @param locale language of the answer
 * @param zone time zone of the centre
 * @param confined whether the session is one that a PIN opened on a tablet; the viewer is there
 *     only at a door that is there for tablets
 */
record Visitor(
    String token, Viewer viewer, Locale locale, ZoneId zone, String requestId, boolean confined) {}
