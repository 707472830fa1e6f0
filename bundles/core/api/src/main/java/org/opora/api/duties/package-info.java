/** What is due or due to whom, by when, and why. Facts are stored, statuses are computed. */
@Export
@Version("2.2.0")
package org.opora.api.duties;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
