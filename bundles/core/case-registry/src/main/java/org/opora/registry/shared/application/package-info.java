/** What the use cases of all subjects share. */
package org.opora.registry.shared.application;
