/** Quality of the centre's work: its self-assessment, and its own papers. */
@Export
@Version("1.0.0")
package org.opora.api.standards;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
