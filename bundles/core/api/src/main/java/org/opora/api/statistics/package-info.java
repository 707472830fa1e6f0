/** Figures of a period, and what each of them was counted from. */
@Export
@Version("1.0.0")
package org.opora.api.statistics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
