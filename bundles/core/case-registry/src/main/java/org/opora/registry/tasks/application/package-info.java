/** Use cases about tasks. */
package org.opora.registry.tasks.application;
