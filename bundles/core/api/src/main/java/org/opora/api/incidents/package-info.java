/** Incidents and notifications of suspected harm. */
@Export
@Version("1.0.0")
package org.opora.api.incidents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
