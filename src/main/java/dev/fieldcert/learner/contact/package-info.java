/** What is said on the bot's or a manager's initiative, and what learners say to the program's owners. */
package dev.fieldcert.learner.contact;
