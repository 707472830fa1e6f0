/**
 * What a use case answers when it cannot do what it was asked. Each has its page, its words and its
 * status.
 */
@Export
@Version("1.1.0")
package org.opora.api.faults;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
