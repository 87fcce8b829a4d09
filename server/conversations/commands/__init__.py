"""Changes to conversations: opening and ending one, saying something in it, having read it, and leaving all of them."""

from server.conversations.commands.leaving import leave_conversations
from server.conversations.commands.talking import end_conversation, mark_conversation_read, open_conversation, send_message

__all__ = ["end_conversation", "leave_conversations", "mark_conversation_read", "open_conversation", "send_message"]
